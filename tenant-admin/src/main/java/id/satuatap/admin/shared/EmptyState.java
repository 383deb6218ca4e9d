package id.satuatap.admin.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What an empty screen says: what it would show, and what to do first. */
public final class EmptyState extends Div {

    public EmptyState(String id, String title, String nextStep) {
        setId(id);
        addClassName("admin-empty");
        add(new H2(title), new Paragraph(nextStep));
    }
}
