package id.satuatap.admin.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.shared.Buttons;

/** The sign-in ended while something may be typed: she signs in again in another tab, and goes on in this one. */
final class SignInAgainDialog extends Dialog {

    SignInAgainDialog() {
        setId("sign-in-again");
        setHeaderTitle(getTranslation("sign-in-again.title"));
        setCloseOnOutsideClick(false);
        var link = new Anchor("/admin/oauth2/authorization/satuatap", getTranslation("sign-in-again.link"));
        link.setId("sign-in-again-link");
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("router-ignore", true).setAttribute("rel", "noopener");
        link.addClassNames("sa-button");
        add(new Paragraph(getTranslation("sign-in-again.text")), link);
        getFooter().add(Buttons.quiet("sign-in-again-continue", getTranslation("sign-in-again.continue"), this::close));
        setWidth("min(32rem, 94vw)");
    }
}
