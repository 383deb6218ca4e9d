package id.satuatap.admin.member;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.session.Tenants;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.UserSession;
import jakarta.annotation.security.PermitAll;

/** Where the link of an invitation leads. Whoever is signed in accepts with one press; core decides whether she may. */
@PermitAll
@Route("undangan/:code([A-Za-z0-9_-]{1,200})")
class InvitationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MemberClient client;
    private final People people;
    private final Paragraph answer = new Paragraph();
    private final Button accept = new Button();
    private String code = "";

    InvitationView(MemberClient client, People people, Tenants tenants) {
        this.client = client;
        this.people = people;
        addClassName("admin-page");
        setId("invitation");
        var place = tenants.find(UserSession.currentTenant())
                .map(Tenants.Brand::name)
                .orElse(getTranslation("application"));
        answer.setId("invitation-answer");
        answer.getElement().setAttribute("role", "status");
        accept.setText(getTranslation("invitation.accept"));
        accept.setId("invitation-accept");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        accept.addClickListener(event -> accept());
        add(new H1(getTranslation("invitation.title", place)), explanation(), accept, answer);
    }

    private Paragraph explanation() {
        var name = people.current().name();
        return new Paragraph(getTranslation("invitation.text", name == null ? getTranslation("shell.account") : name));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
    }

    private void accept() {
        try {
            client.accept(code);
            UserSession.current().forgetPerson();
            accept.setVisible(false);
            answer.setText(getTranslation("invitation.accepted"));
            UI.getCurrentOrThrow().getPage().setLocation(".");
        } catch (CoreRefused refused) {
            answer.setText(refused.sentence());
            answer.addClassName("sa-error");
            accept.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invitation.page");
    }
}
