package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.member.MemberClient.Invited;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.Table;
import java.util.List;

/** Invitations that nobody accepted yet: each may be copied, sent again, or taken back. */
final class OpenInvitations extends Section {

    private final MemberClient client;
    private final OfficeNames offices;
    private final Runnable onChange;

    OpenInvitations(List<Invited> open, MemberClient client, OfficeNames offices, Runnable onChange) {
        this.client = client;
        this.offices = offices;
        this.onChange = onChange;
        add(new H2(getTranslation("invitations.title", open.size())));
        if (open.isEmpty()) {
            add(new Span(getTranslation("invitations.none")));
        } else {
            add(table(open));
        }
    }

    private Table table(List<Invited> open) {
        var table = Table.stacking("invitations", getTranslation("invitations.caption"))
                .withHiddenCaption()
                .head(
                        getTranslation("invite.email"),
                        getTranslation("members.role"),
                        getTranslation("invitations.sent"),
                        getTranslation("invitations.expires"),
                        getTranslation("members.actions"));
        open.forEach(invitation -> table.row(
                        Table.text(invitation.email()),
                        RoleCell.of(invitation.role(), offices.of(invitation.office())),
                        Table.text(getTranslation("invitations.times", invitation.sent())),
                        Table.text(Formats.current().dateTime(invitation.expiresAt())),
                        actions(invitation))
                .setId("invitation-" + invitation.id()));
        return table;
    }

    private Component actions(Invited invitation) {
        var copy = new CopyButton("copy-" + invitation.id(), invitation.link());
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var cell = new Div(copy, menu(invitation));
        cell.addClassName("admin-inline");
        return cell;
    }

    private RowMenu menu(Invited invitation) {
        return new RowMenu("invitation-menu-" + invitation.id(), getTranslation("members.more", invitation.email()))
                .with(
                        "send-again",
                        getTranslation("send-again.menu"),
                        () -> InvitationDialogs.sendAgain(invitation, () -> sendAgain(invitation))
                                .open())
                .with(
                        "withdraw",
                        getTranslation("withdraw.menu"),
                        () -> InvitationDialogs.withdraw(invitation, () -> withdraw(invitation))
                                .open());
    }

    private void sendAgain(Invited invitation) {
        var sent = client.sendAgain(invitation.id());
        onChange.run();
        Notice.done(getTranslation(
                "send-again.done", sent.email(), Formats.current().dateTime(sent.expiresAt())));
    }

    private void withdraw(Invited invitation) {
        client.withdraw(invitation.id());
        onChange.run();
        Notice.done(getTranslation("withdraw.done", invitation.email()));
    }
}
