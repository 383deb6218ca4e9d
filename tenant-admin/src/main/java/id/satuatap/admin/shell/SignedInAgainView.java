package id.satuatap.admin.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where one lands after signing in again beside unsaved work. */
@PermitAll
@Route(value = "masuk-lagi", autoLayout = false)
class SignedInAgainView extends Main implements HasDynamicTitle {

    SignedInAgainView() {
        addClassName("admin-page");
        setId("signed-in-again");
        add(new H1(getTranslation("signed-in-again.title")), new Paragraph(getTranslation("signed-in-again.text")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signed-in-again.title");
    }
}
