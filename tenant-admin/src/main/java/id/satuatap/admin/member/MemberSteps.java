package id.satuatap.admin.member;

import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.member.MemberClient.NewRole;
import id.satuatap.admin.shared.Notice;

/** What may be done with a member: each asks first, and tells what was done. */
record MemberSteps(MemberClient client, Runnable onChange) {

    void changeRole(Member member) {
        var dialog = new RoleDialog(member, client.roles().keys());
        dialog.doing(() -> {
                    if (!dialog.role().equals(member.role())) {
                        change(member, dialog.role(), dialog.done());
                    }
                })
                .open();
    }

    void end(Member member) {
        var dialog = new EndDialog(member);
        var done = dialog.getTranslation("members.ended.done", member.shownName());
        dialog.doing(() -> did(() -> client.end(member.id(), member.etag()), done))
                .open();
    }

    private void change(Member member, String role, String done) {
        did(() -> client.change(member.id(), member.etag(), new NewRole(role)), done);
    }

    /** When it is refused, perhaps because someone else was faster, the list below the question shows what is. */
    private void did(Runnable step, String done) {
        try {
            step.run();
            Notice.done(done);
        } finally {
            onChange.run();
        }
    }
}
