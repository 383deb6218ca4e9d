package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import java.time.Instant;

/** Text typed earlier in this tab never reached the server: the person decides. */
final class DraftOffer extends Div {

    DraftOffer() {
        setId("draft-offer");
        addClassNames("sa-notice", "sa-notice-late");
        setVisible(false);
    }

    void show(Given typed, Instant at, Runnable onTake, Runnable onDrop) {
        removeAll();
        var take = Buttons.primary("draft-restore", getTranslation("draft.restore"), () -> decide(onTake));
        var drop = Buttons.quiet("draft-drop", getTranslation("draft.drop"), () -> decide(onDrop));
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        drop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(
                new Paragraph(getTranslation("draft.offer", Formats.current().dateTime(at))),
                quote("answer.fact", typed.fact()),
                quote("answer.analysis", typed.analysis()),
                new Div(take, drop));
        setVisible(true);
    }

    private void decide(Runnable decision) {
        setVisible(false);
        decision.run();
    }

    private Component quote(String label, String text) {
        var quote = new Paragraph(getTranslation(label) + ": " + (text.isBlank() ? "–" : text));
        quote.addClassName("admin-quote");
        return quote;
    }
}
