package id.satuatap.admin.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.shared.Formats;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a member is written in the list: who, and from when to when. */
final class MemberCells {

    private MemberCells() {}

    static Component name(Member member) {
        var cell = new Div(new Span(member.shownName()));
        cell.addClassName("admin-inline");
        if (member.machine()) {
            var machine = new Span(cell.getTranslation("members.machine"));
            machine.addClassName("sa-chip");
            cell.add(machine);
        } else if (member.name() != null && member.email() != null) {
            var mail = new Span(member.email());
            mail.addClassName("sa-source");
            cell.add(mail);
        }
        return cell;
    }

    static Component validity(Member member) {
        var cell = new Span();
        var formats = Formats.current();
        var from = date(member.validFrom());
        var to = date(member.validTo());
        if (member.endedAt() != null) {
            cell.setText(cell.getTranslation("members.ended-on", formats.date(member.endedAt())));
        } else if (to == null) {
            cell.setText(cell.getTranslation("members.valid-from", formats.date(from)));
        } else {
            cell.setText(cell.getTranslation("members.valid-from-to", formats.date(from), formats.date(to)));
        }
        return cell;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    }
}
