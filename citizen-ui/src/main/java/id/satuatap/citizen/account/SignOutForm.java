package id.satuatap.citizen.account;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** The way out: a plain form, so that it works even when the screen itself has lost its session. */
@Tag("form")
final class SignOutForm extends HtmlContainer {

    SignOutForm() {
        getElement().setAttribute("method", "post").setAttribute("action", "/keluar");
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            getElement()
                    .appendChild(new Element("input")
                            .setAttribute("type", "hidden")
                            .setAttribute("name", token.getParameterName())
                            .setAttribute("value", token.getToken()));
        }
        var button = new NativeButton(getTranslation("account.sign-out"));
        button.setId("sign-out");
        button.addClassName("sa-button-quiet");
        button.getElement().setAttribute("type", "submit");
        add(button);
    }
}
