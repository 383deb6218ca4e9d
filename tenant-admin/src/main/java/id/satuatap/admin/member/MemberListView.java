package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.member.MemberClient.NewRole;
import id.satuatap.admin.session.People;
import id.satuatap.admin.session.Person;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Table;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who works here in which role, and who was invited. Search and filter are in the address. */
@PermitAll
@Needs("member:read")
@Route("anggota")
class MemberListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SEARCH = "cari";
    private static final String ENDED = "berakhir";

    private final MemberClient client;
    private final People people;
    private final TextField search = new TextField();
    private final Checkbox ended = new Checkbox();
    private final Div list = new Div();
    private final Div invitations = new Div();
    private final PageHead head;
    private final boolean mayManage;
    private List<Member> members = List.of();

    MemberListView(MemberClient client, People people) {
        this.client = client;
        this.people = people;
        addClassName("admin-page");
        setId("members-view");
        mayManage = people.current().may("member:manage");
        head = mayManage ? new PageHead("", inviteButton()) : new PageHead("");
        search.setId("member-search");
        search.setLabel(getTranslation("members.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> filterChanged(event.isFromClient()));
        ended.setId("member-ended");
        ended.setLabel(getTranslation("members.ended"));
        ended.addValueChangeListener(event -> filterChanged(event.isFromClient()));
        var filters = new Div(search, ended);
        filters.addClassName("admin-filters");
        add(head, filters, list, invitations);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter(SEARCH).orElse(""));
        ended.setValue(parameters.getSingleParameter(ENDED).isPresent());
        load();
    }

    private void filterChanged(boolean isFromClient) {
        if (isFromClient) {
            Map<String, String> parameters = new HashMap<>();
            if (!search.getValue().isBlank()) {
                parameters.put(SEARCH, search.getValue());
            }
            if (ended.getValue()) {
                parameters.put(ENDED, "1");
            }
            UI.getCurrentOrThrow()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null, new com.vaadin.flow.router.Location("anggota", QueryParameters.simple(parameters)));
            showMembers();
        }
    }

    private void load() {
        members = client.list().items();
        showMembers();
        showInvitations();
    }

    private Button inviteButton() {
        var invite = new Button(getTranslation("members.invite"), event -> {
            var isProvince = Optional.ofNullable(people.current().tenant())
                    .map(Person.Tenant::isProvince)
                    .orElse(false);
            new InviteDialog(Roles.at(isProvince), client, this::load).open();
        });
        invite.setId("invite");
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return invite;
    }

    private void showMembers() {
        var shown = members.stream()
                .filter(member -> ended.getValue() || member.endedAt() == null)
                .filter(this::matches)
                .sorted(Comparator.comparing(Member::machine)
                        .thenComparing(member -> member.shownName().toLowerCase(Locale.ROOT)))
                .toList();
        head.setHeading(getTranslation("members.title", shown.size()));
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new EmptyState(
                    "members-empty",
                    getTranslation("members.empty.title"),
                    getTranslation(mayManage ? "members.empty.text" : "members.empty.read")));
            return;
        }
        var table = Table.stacking("members", getTranslation("members.caption"))
                .withHiddenCaption()
                .head(
                        getTranslation("members.name"),
                        getTranslation("members.role"),
                        getTranslation("members.decree"),
                        getTranslation("members.valid"),
                        getTranslation("members.actions"));
        shown.forEach(member -> table.row(
                        MemberCells.name(member),
                        Table.text(getTranslation("role." + member.role())),
                        Table.text(member.decree() == null ? "–" : member.decree()),
                        MemberCells.validity(member),
                        actions(member))
                .setId("member-" + member.id()));
        list.add(table);
    }

    private boolean matches(Member member) {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (member.shownName() + " " + member.email() + " " + getTranslation("role." + member.role()))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private Component actions(Member member) {
        var cell = new Div();
        cell.addClassName("admin-inline");
        if (!mayManage || member.endedAt() != null) {
            cell.setText("–");
            return cell;
        }
        var isProvince = Optional.ofNullable(people.current().tenant())
                .map(Person.Tenant::isProvince)
                .orElse(false);
        var change = new Button(
                getTranslation("members.change"),
                event -> new RoleDialog(member, Roles.at(isProvince), role -> change(member, role)).open());
        change.setId("change-role-" + member.id());
        change.setAriaLabel(getTranslation("members.change-of", member.shownName()));
        change.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var end = new Button(getTranslation("members.end"), event -> new EndDialog(member, () -> end(member)).open());
        end.setId("end-" + member.id());
        end.setAriaLabel(getTranslation("members.end-of", member.shownName()));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        cell.add(change, end);
        return cell;
    }

    private void change(Member member, String role) {
        did(
                () -> client.change(member.id(), member.etag(), new NewRole(role)),
                getTranslation("members.changed", member.shownName(), getTranslation("role." + role)));
    }

    private void end(Member member) {
        did(() -> client.end(member.id(), member.etag()), getTranslation("members.ended.done", member.shownName()));
    }

    /** When someone else was faster (412), the list is read anew, so that one sees what changed. */
    private void did(Runnable change, String done) {
        try {
            change.run();
            Notice.done(done);
        } catch (CoreRefused refused) {
            Notice.problem(refused.sentence());
        }
        load();
    }

    private void showInvitations() {
        invitations.removeAll();
        if (mayManage) {
            invitations.add(new OpenInvitations(client.invitations().items()));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.members");
    }
}
