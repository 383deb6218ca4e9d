package id.satuatap.admin.member;

import id.satuatap.admin.member.MemberClient.Invited;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Formats;

/** What an administrator is asked before an open invitation is sent again or taken back: both reach somebody outside. */
final class InvitationDialogs {

    private InvitationDialogs() {}

    static AskDialog sendAgain(Invited invitation, Runnable step) {
        var dialog = new AskDialog("send-again");
        return dialog.asking(
                        dialog.getTranslation("send-again.title", invitation.email()),
                        dialog.getTranslation("send-again.confirm"),
                        dialog.getTranslation("send-again.text"),
                        dialog.getTranslation("send-again.not"))
                .doing(step);
    }

    static AskDialog withdraw(Invited invitation, Runnable step) {
        var dialog = new AskDialog("withdraw");
        return dialog.asking(
                        dialog.getTranslation("withdraw.title", invitation.email()),
                        dialog.getTranslation("withdraw.confirm"),
                        dialog.getTranslation("withdraw.text", Formats.current().dateTime(invitation.expiresAt())),
                        dialog.getTranslation("withdraw.not"))
                .doing(step);
    }
}
