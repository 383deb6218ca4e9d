package id.satuatap.admin.member;

import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.shared.AskDialog;
import java.util.List;

/** Asks for another role for a member. */
final class RoleDialog extends AskDialog {

    private final Member member;
    private final RoleField role;

    RoleDialog(Member member, List<String> roles) {
        super("role");
        this.member = member;
        role = new RoleField("role-select", roles);
        role.choose(member.role());
        role.addEffect(getTranslation("members.change.effect"));
        addComponentAsFirst(role);
        asking(getTranslation("members.change-of", member.shownName()), getTranslation("members.change"));
    }

    /** The chosen one; the member's own until another is chosen. */
    String role() {
        return role.value().isEmpty() ? member.role() : role.value();
    }

    /** What to tell when it was given. */
    String done() {
        return getTranslation("members.changed", member.shownName(), getTranslation("role." + role()));
    }
}
