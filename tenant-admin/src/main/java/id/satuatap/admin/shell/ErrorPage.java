package id.satuatap.admin.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** One sentence about what is wrong and one way on. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "";

    void say(String key) {
        say(key, getTranslation(key + ".text"));
    }

    void say(String key, String sentence) {
        removeAll();
        setId(key.replace('.', '-'));
        addClassName("admin-page");
        title = getTranslation(key + ".title");
        var home = new Anchor(".", getTranslation("to-home"));
        home.setId("to-home");
        add(new H1(title), new Paragraph(sentence), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
