package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Shared;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.Instrument;
import java.util.Comparator;
import java.util.HashSet;

/** Self-assessments that regencies shared. They stand apart: not official, not ranked, in no mean and no trend. */
final class SharedAssessments extends Section {

    SharedAssessments(ControlRoom room) {
        setId("shared-section");
        addClassName("admin-shared");
        add(new H2(getTranslation("control.shared", room.shared().size())));
        var note = new Paragraph(getTranslation("control.shared.note"));
        note.addClassName("sa-source");
        add(note);
        add(room.shared().isEmpty() ? new Paragraph(getTranslation("control.shared.none")) : table(room));
    }

    private Component table(ControlRoom room) {
        var formats = Formats.current();
        var table = Table.stacking("shared", getTranslation("control.shared.caption"))
                .withHiddenCaption()
                .head(
                        getTranslation("control.regency"),
                        getTranslation("assessments.year"),
                        "#" + getTranslation("control.shared.index"),
                        getTranslation("control.shared.state"),
                        getTranslation("control.measured-by"),
                        getTranslation("control.shared.at"));
        var seen = new HashSet<String>(); // a regency may share more than one: the newest has the short id
        room.shared().stream()
                .sorted(Comparator.comparing(Shared::sharedAt).reversed())
                .forEach(shared -> {
                    var row = table.row(
                            name(shared),
                            Table.text(String.valueOf(shared.year())),
                            Table.text(formats.index(shared.index())),
                            state(shared),
                            Table.text(Instrument.shortName(shared.instrument())),
                            Table.text(formats.dateTime(shared.sharedAt())));
                    row.setId(
                            seen.add(shared.code())
                                    ? "shared-" + shared.code()
                                    : "shared-" + shared.code() + "-" + shared.assessment());
                    Table.number(row, 2);
                });
        return table;
    }

    private Component name(Shared shared) {
        var self = new Span("◐ " + getTranslation("control.self"));
        self.addClassName("sa-chip");
        var cell = new Div(new Span(shared.name()), self);
        cell.addClassName("admin-inline");
        if (shared.simulated()) {
            cell.add(new Simulated());
        }
        return cell;
    }

    private Component state(Shared shared) {
        var filled = new Span(getTranslation("assessments.answered", shared.answered(), shared.total()));
        if (!shared.complete() || shared.predicate() == null) {
            return filled;
        }
        var cell = new Div(Predicates.badge(shared.predicate()), filled);
        cell.addClassName("admin-inline");
        return cell;
    }
}
