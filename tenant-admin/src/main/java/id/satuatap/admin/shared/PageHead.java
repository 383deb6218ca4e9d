package id.satuatap.admin.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** Title of a view and its actions. */
public final class PageHead extends Div {

    private final H1 title;

    public PageHead(String text, Component... actions) {
        addClassName("admin-head");
        title = new H1(text);
        var right = new Div(actions);
        right.addClassName("admin-head-actions");
        add(title, right);
    }

    public void setHeading(String text) {
        title.setText(text);
    }
}
