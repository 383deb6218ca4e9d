package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The files that were not taken: name, why, and what to do instead. None of them is worth trying again as it is. */
final class EvidenceRefusals extends Div {

    private final UnorderedList rows = new UnorderedList();

    EvidenceRefusals() {
        setId("evidence-refused");
        getElement().setAttribute("role", "alert");
        addClassName("admin-evidence-refused");
        add(rows);
    }

    void add(String name, String reason) {
        var file = new Span(getTranslation("evidence.refused", name));
        file.addClassName("admin-strong");
        var why = new Span(reason);
        why.addClassName("sa-error");
        var words = new Div(file, why);
        words.addClassName("admin-lines");
        var row = new ListItem(words);
        row.add(dismiss(name, row));
        rows.addComponentAsFirst(row);
    }

    private Button dismiss(String name, ListItem row) {
        var dismiss = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> rows.remove(row));
        dismiss.setAriaLabel(getTranslation("evidence.refused.dismiss", name));
        dismiss.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return dismiss;
    }
}
