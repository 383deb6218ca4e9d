package id.satuatap.admin.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeButton;
import id.satuatap.servlet.page.Languages;

/** The two languages, each by its own name; the choice is kept in a cookie. */
final class LanguageChoice extends Footer {

    LanguageChoice() {
        var group = new Div(language("id", "Bahasa Indonesia"), language("en", "English"));
        group.setId("languages");
        group.addClassName("admin-languages");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("shell.language"));
        add(group);
    }

    private static NativeButton language(String code, String name) {
        var button = new NativeButton(name);
        button.setId("language-" + code);
        button.addClassName("admin-link-button");
        button.getElement()
                .setAttribute("lang", code)
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(Languages.current().getLanguage().equals(code)))
                .executeJs(
                        "this.addEventListener('click', () => { document.cookie = $0; location.reload(); })",
                        Languages.COOKIE + "=" + code + "; path=/; max-age=31536000; samesite=lax");
        return button;
    }
}
