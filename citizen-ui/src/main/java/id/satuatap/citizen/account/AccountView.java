package id.satuatap.citizen.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;

/** Her own page: who she is here, what she can do, where she is a member, and what is kept of her. */
@PermitAll
@Route(value = "", layout = AccountLayout.class)
class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String CITIZEN = "citizen";

    private final transient People people;
    private final transient KeptData kept;
    private final transient Place place;

    AccountView(People people, KeptData kept, Place place) {
        this.people = people;
        this.kept = kept;
        this.place = place;
        setId("account");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = people.current();
        removeAll();
        add(greeting(person), doing(), membership(person));
        if (!place.isBare()) {
            add(new KeptSection(kept.mine(), kept.file(place.name()), place.name()));
        }
        add(new SignOutForm());
    }

    private Div greeting(Person person) {
        var name = person.name() == null ? "" : person.name();
        var title = new H1(name.isBlank() ? getTranslation("account.title") : getTranslation("account.greeting", name));
        title.setId("account-greeting");
        var lead = new Paragraph(getTranslation(place.isBare() ? "account.lead.bare" : "account.lead", place.name()));
        lead.addClassName("sa-lead");
        return new Div(title, lead);
    }

    private Section doing() {
        var list = new UnorderedList();
        list.setId("account-doing");
        list.addClassName("sa-doors");
        if (place.isBare()) {
            list.add(item("/", "account.do.choose"));
        } else {
            list.add(item("/kantor", "account.do.offices"), item("/pengumuman", "account.do.announcements"));
            list.add(item("/spbe", "account.do.spbe"));
        }
        return section("account.do", list);
    }

    private ListItem item(String path, String key) {
        return new ListItem(place.outside(place.href(path), getTranslation(key)));
    }

    private Section membership(Person person) {
        var section = section("account.place");
        section.setId("account-place");
        if (person.isMember()) {
            var roles = person.roles().stream()
                    .filter(role -> !CITIZEN.equals(role))
                    .map(role -> getTranslation("role." + role))
                    .collect(Collectors.joining(", "));
            section.add(
                    new Paragraph(getTranslation("account.place.member", roles, place.name())),
                    new Paragraph(workspace()));
        } else {
            section.add(new Paragraph(
                    getTranslation(place.isBare() ? "account.place.bare" : "account.place.citizen", place.name())));
        }
        return section;
    }

    private Anchor workspace() {
        var link = place.outside("/admin/", getTranslation("account.place.workspace"));
        link.setId("account-workspace");
        link.addClassName("sa-button-quiet");
        return link;
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(getTranslation(key)));
        section.add(content);
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " – " + place.name();
    }
}
