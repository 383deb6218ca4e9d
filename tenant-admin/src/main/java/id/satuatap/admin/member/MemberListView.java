package id.satuatap.admin.member;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.servlet.core.People;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Who works here in which role, and who was invited. Search and filter are in the address. */
@PermitAll
@Needs("member:read")
@Route("anggota")
class MemberListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MemberClient client;
    private final OfficeNames offices;
    private final MemberFilterBar bar = new MemberFilterBar(this::filterBy);
    private final Div list = new Div();
    private final Div invitations = new Div();
    private final PageHead head;
    private final boolean mayManage;
    private MemberFilter filter = new MemberFilter("", false, false);
    private List<Member> members = List.of();

    MemberListView(MemberClient client, People people) {
        this.client = client;
        offices = OfficeNames.here(people, client);
        mayManage = people.current().may("member:manage");
        var roles = new RouterLink(getTranslation("roles.all-explained"), RolesView.class);
        roles.setId("roles-explained");
        head = mayManage ? new PageHead("", roles, inviteButton()) : new PageHead("", roles);
        addClassName("admin-page");
        setId("members-view");
        add(head, bar, list, invitations);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = MemberFilter.of(event.getLocation().getQueryParameters());
        load();
    }

    private void filterBy(MemberFilter wanted) {
        filter = wanted;
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location("anggota", filter.parameters()));
        showMembers();
    }

    private void load() {
        members = MemberClient.all(client);
        showMembers();
        invitations.removeAll();
        if (mayManage) {
            invitations.add(new OpenInvitations(client.invitations().items(), client, offices, this::load));
        }
    }

    private Button inviteButton() {
        return Buttons.primary(
                "invite",
                getTranslation("members.invite"),
                () -> new InviteDialog(client.roles().keys(), offices, client, this::load).open());
    }

    private void showMembers() {
        var shown = members.stream()
                .filter(member ->
                        filter.shows(member, getTranslation("role." + member.role()) + offices.of(member.office())))
                .sorted(Comparator.comparing(member -> member.shownName().toLowerCase(Locale.ROOT)))
                .toList();
        head.setHeading(getTranslation("members.title", shown.size()));
        bar.show(filter, count(false), count(true));
        list.removeAll();
        list.add(shown.isEmpty() ? nobody() : table(shown));
    }

    private long count(boolean machines) {
        return members.stream()
                .filter(member -> new MemberFilter("", filter.ended(), machines).shows(member, ""))
                .count();
    }

    private EmptyState nobody() {
        return new EmptyState(
                "members-empty",
                getTranslation("members.empty.title"),
                getTranslation(mayManage ? "members.empty.text" : "members.empty.read"));
    }

    private MemberTable table(List<Member> shown) {
        var table = new MemberTable();
        var steps = new MemberSteps(client, this::load);
        for (var member : shown) {
            if (mayManage && member.endedAt() == null) {
                table.add(member, offices.of(member.office()), steps);
            } else {
                table.add(member, offices.of(member.office()));
            }
        }
        return table;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.members");
    }
}
