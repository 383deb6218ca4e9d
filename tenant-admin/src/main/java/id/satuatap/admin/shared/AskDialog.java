package id.satuatap.admin.shared;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.servlet.core.CoreRefused;

/** Asks before something is done, and stays open with the reason when core refuses it. */
public class AskDialog extends Dialog {

    private final Button confirm = new Button();
    private final Paragraph refusal = new Paragraph();

    public AskDialog(String id) {
        setId(id + "-dialog");
        setWidth("min(32rem, 94vw)");
        confirm.setId(id + "-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        refusal.setId(id + "-refused");
        refusal.addClassName("sa-error");
        refusal.getElement().setAttribute("role", "alert");
        add(refusal);
        getFooter().add(Buttons.cancel(id + "-cancel", this), confirm);
    }

    /** The question, the word on the button, and what happens then, a sentence each. */
    public AskDialog asking(String question, String verb, String... sentences) {
        setHeaderTitle(question);
        confirm.setText(verb);
        for (int line = 0; line < sentences.length; line++) {
            addComponentAtIndex(line, new Paragraph(sentences[line]));
        }
        return this;
    }

    public AskDialog doing(Runnable step) {
        confirm.addClickListener(event -> attempt(step));
        return this;
    }

    /** To be told apart where nothing can be undone. */
    public Button confirm() {
        return confirm;
    }

    private void attempt(Runnable step) {
        try {
            step.run();
            close();
        } catch (CoreRefused refused) {
            refusal.setText(refused.sentence());
        } finally {
            confirm.setEnabled(true);
        }
    }
}
