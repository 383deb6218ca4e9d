package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.member.MemberClient.Open;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Table;
import java.util.List;

/** Invitations that nobody accepted yet, each with its link. */
final class OpenInvitations extends Section {

    OpenInvitations(List<Open> open) {
        add(new H2(getTranslation("invitations.title", open.size())));
        if (open.isEmpty()) {
            add(new Span(getTranslation("invitations.none")));
            return;
        }
        var table = Table.stacking("invitations", getTranslation("invitations.caption"))
                .withHiddenCaption()
                .head(
                        getTranslation("invite.email"),
                        getTranslation("members.role"),
                        getTranslation("invitations.expires"),
                        getTranslation("invite.link"));
        open.forEach(invitation -> table.row(
                        Table.text(invitation.email()),
                        Table.text(getTranslation("role." + invitation.role())),
                        Table.text(Formats.current().dateTime(invitation.expiresAt())),
                        link(invitation))
                .setId("invitation-" + invitation.id()));
        add(table);
    }

    private static Component link(Open invitation) {
        if (invitation.link() == null) {
            return Table.text("–");
        }
        var copy = new CopyButton("copy-" + invitation.id(), invitation.link());
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return copy;
    }
}
