package id.satuatap.admin.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.session.Tenants;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import id.satuatap.servlet.session.UserSession;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

/** Takes each role to where its work is; tells those who have none here how to get it. */
@PermitAll
@Route("")
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final People people;
    private final Tenants tenants;
    private final List<NavigationEntry> entries;

    HomeView(People people, Tenants tenants, List<NavigationEntry> entries) {
        this.people = people;
        this.tenants = tenants;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(entry -> entry.home().rank()))
                .toList();
        addClassName("admin-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = people.current();
        entries.stream()
                .filter(entry -> person.may(entry.home().permission()))
                .findFirst()
                .ifPresentOrElse(entry -> event.forwardTo(entry.path()), () -> explain(person));
    }

    private void explain(Person person) {
        removeAll();
        var place = tenants.find(UserSession.currentTenant()).map(Tenants.Brand::name);
        if (place.isEmpty()) {
            setId("home-operator");
            add(new H1(getTranslation("home.operator.title")), new Paragraph(getTranslation("home.operator.text")));
        } else if (person.isMember()) {
            setId("home-nothing-yet");
            add(
                    new H1(getTranslation("home.nothing-yet.title")),
                    new Paragraph(getTranslation("home.nothing-yet.text", place.get())));
        } else {
            setId("home-no-membership");
            add(
                    new H1(getTranslation("home.no-membership.title", place.get())),
                    new Paragraph(getTranslation("home.no-membership.text", place.get())),
                    new Paragraph(getTranslation("home.no-membership.citizen")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("application");
    }
}
