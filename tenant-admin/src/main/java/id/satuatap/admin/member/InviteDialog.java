package id.satuatap.admin.member;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import id.satuatap.admin.member.MemberClient.Invitation;
import id.satuatap.admin.member.MemberClient.Invited;
import id.satuatap.admin.member.MemberClient.Office;
import id.satuatap.admin.shared.Attempt;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Dates;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.CoreRefused;
import java.util.List;

/** Invites one person into one role; afterwards shows the link that was mailed, to hand on otherwise if need be. */
final class InviteDialog extends Dialog {

    private final Attempt attempt = new Attempt();
    private final EmailField email = new EmailField();
    private final RoleField role;
    private final ComboBox<Office> office;
    private final TextField decree = new TextField();
    private final DatePicker validTo = Dates.picker();
    private final Button send = Buttons.once("invite-send", getTranslation("invite.send"), this::send);
    private final MemberClient client;
    private final Runnable onInvited;

    InviteDialog(List<String> roles, OfficeNames offices, MemberClient client, Runnable onInvited) {
        this.client = client;
        this.onInvited = onInvited;
        this.role = new RoleField("invite-role", roles);
        this.office = offices.field("invite-office");
        setId("invite-dialog");
        setHeaderTitle(getTranslation("members.invite"));
        setWidth("min(32rem, 94vw)");
        describeEmail();
        describeBasis();
        var form = new FormLayout(email, role, office, decree, validTo);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        getFooter().add(Buttons.cancel("invite-cancel", this), send);
    }

    private void describeEmail() {
        email.setId("invite-email");
        email.setLabel(getTranslation("invite.email"));
        email.setHelperText(getTranslation("invite.email.help"));
        email.setRequiredIndicatorVisible(true);
        email.setErrorMessage(getTranslation("invite.email.fault"));
        email.setManualValidation(true); // core knows the rule, and names the character that is wrong
    }

    private void describeBasis() {
        decree.setId("invite-decree");
        decree.setLabel(getTranslation("members.decree"));
        decree.setHelperText(getTranslation("invite.decree.help"));
        decree.setMaxLength(200);
        validTo.setId("invite-valid-to");
        validTo.setLabel(getTranslation("invite.valid-to"));
        validTo.setHelperText(getTranslation("invite.valid-to.help"));
        validTo.setMin(Zones.today());
    }

    private void send() {
        email.setInvalid(email.isEmpty());
        try {
            if (email.isInvalid()) {
                email.focus();
            } else if (!role.isMissing()) {
                var invitation = invitation();
                show(client.invite(attempt.keyFor(invitation), invitation));
            }
        } catch (CoreRefused refused) {
            email.setInvalid(true);
            email.setErrorMessage(refused.sentence("email"));
            email.focus();
        } finally {
            send.setEnabled(true);
        }
    }

    private Invitation invitation() {
        var given = decree.getValue().strip();
        return new Invitation(
                email.getValue().strip(),
                role.value(),
                office.isEmpty() ? null : office.getValue().id(),
                given.isEmpty() ? null : given,
                validTo.getValue());
    }

    private void show(Invited invited) {
        onInvited.run();
        removeAll();
        getFooter().removeAll();
        add(
                new Paragraph(getTranslation(
                        "invite.sent", invited.email(), Formats.current().dateTime(invited.expiresAt()))),
                link(invited));
        var copy = new CopyButton("invite-copy", invited.link());
        getFooter().add(copy, Buttons.primary("invite-close", getTranslation("close"), this::close));
    }

    private TextField link(Invited invited) {
        var link = new TextField(getTranslation("invite.link"), invited.link(), "");
        link.setId("invite-link");
        link.setReadOnly(true);
        link.setWidthFull();
        return link;
    }
}
