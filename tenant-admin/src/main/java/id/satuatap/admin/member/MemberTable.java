package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Table;

/** Members: who, as what, by which decree, from when to when. */
final class MemberTable extends Composite<Table> {

    MemberTable() {
        getContent()
                .head(
                        getTranslation("members.name"),
                        getTranslation("members.role"),
                        getTranslation("members.decree"),
                        getTranslation("members.valid"),
                        getTranslation("members.actions"));
    }

    @Override
    protected Table initContent() {
        return Table.stacking("members", getTranslation("members.caption")).withHiddenCaption();
    }

    /** A member who may be changed. */
    void add(Member member, String office, MemberSteps steps) {
        var menu = new RowMenu("menu-" + member.id(), getTranslation("members.more", member.shownName()))
                .with("change-role-" + member.id(), getTranslation("members.change"), () -> steps.changeRole(member))
                .with("end-" + member.id(), getTranslation("end.menu"), () -> steps.end(member));
        add(member, office, menu);
    }

    /** A member who is only shown. */
    void add(Member member, String office) {
        add(member, office, Table.text("–"));
    }

    private void add(Member member, String office, Component actions) {
        getContent()
                .row(
                        name(member),
                        RoleCell.of(member.role(), office),
                        Table.text(member.decree() == null ? "–" : member.decree()),
                        Table.text(validity(member)),
                        actions)
                .setId("member-" + member.id());
    }

    private static Component name(Member member) {
        var cell = new Div(new Span(member.shownName()));
        cell.addClassName("admin-lines");
        if (member.name() != null && member.email() != null) {
            var mail = new Span(member.email());
            mail.addClassName("sa-source");
            cell.add(mail);
        }
        return cell;
    }

    private String validity(Member member) {
        var formats = Formats.current();
        if (member.endedAt() != null) {
            return getTranslation("members.ended-on", formats.date(member.endedAt()));
        }
        return member.validTo() == null
                ? getTranslation("members.valid-from", formats.date(member.validFrom()))
                : getTranslation(
                        "members.valid-from-to", formats.date(member.validFrom()), formats.date(member.validTo()));
    }
}
