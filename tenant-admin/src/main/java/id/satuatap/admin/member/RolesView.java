package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import id.satuatap.admin.member.MemberClient.Role;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Table;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What each role may do, in words, and how far: core's table of rights, the one that is enforced. */
@PermitAll
@Needs("member:read")
@Route("anggota/peran")
class RolesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ROLE = "peran";

    private final MemberClient client;

    RolesView(MemberClient client) {
        this.client = client;
        addClassName("admin-page");
        setId("roles-view");
    }

    /** The page's address, beginning with this role; with all of them when it is empty. */
    static String address(String role) {
        return role.isEmpty()
                ? "anggota/peran"
                : "anggota/peran?" + parameters(role).getQueryString();
    }

    static QueryParameters parameters(String role) {
        return QueryParameters.of(ROLE, role);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ROLE)
                .orElse("");
        var all = client.roles().items();
        var chosen = all.stream().filter(role -> role.role().equals(wanted)).toList();
        removeAll();
        add(back(), new PageHead(getTranslation("roles.title")), new Paragraph(getTranslation("roles.text")));
        if (!chosen.isEmpty()) {
            var every = new RouterLink(getTranslation("roles.every", all.size()), RolesView.class);
            every.setId("roles-every");
            add(new Paragraph(every));
        }
        add(table(chosen.isEmpty() ? all : chosen));
    }

    private Component back() {
        var members = new RouterLink(getTranslation("nav.members"), MemberListView.class);
        members.setId("to-members");
        return members;
    }

    private Table table(List<Role> roles) {
        var table = Table.stacking("roles", getTranslation("roles.title"))
                .withHiddenCaption()
                .head(getTranslation("members.role"), getTranslation("roles.may"));
        roles.forEach(role -> table.row(Table.text(getTranslation("role." + role.role())), rights(role))
                .setId("role-" + role.role()));
        return table;
    }

    private Component rights(Role role) {
        if (role.reach().isEmpty()) {
            return new Span(getTranslation("roles.nothing"));
        }
        var list = new UnorderedList();
        list.addClassName("admin-rights");
        role.reach().forEach((permission, reach) -> list.add(new ListItem(right(permission, reach))));
        return list;
    }

    private String right(String permission, String reach) {
        var words = getTranslation("permission." + permission.replace(':', '.'));
        return reach.equals("TENANT") ? words : getTranslation("roles.right", words, getTranslation("reach." + reach));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("roles.title");
    }
}
