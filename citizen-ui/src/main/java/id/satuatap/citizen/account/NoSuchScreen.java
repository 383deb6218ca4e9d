package id.satuatap.citizen.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** An address under {@code /saya/} where nothing is. */
@PermitAll
@ParentLayout(AccountLayout.class)
class NoSuchScreen extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final transient Place place;

    NoSuchScreen(Place place) {
        this.place = place;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        setId("not-found");
        add(
                new H1(getTranslation("problem.404.title")),
                new Paragraph(getTranslation("problem.404.text")),
                new Paragraph(place.outside("/saya/", getTranslation("account.title"))));
        return 404;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("problem.404.title");
    }
}
