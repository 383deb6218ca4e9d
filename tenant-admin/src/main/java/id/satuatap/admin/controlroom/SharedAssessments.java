package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Shared;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import id.satuatap.admin.shared.MarkupTable;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.spbe.Instrument;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jsoup.nodes.Element;

/** Self-assessments that regencies shared. They stand apart: not official, not ranked, in no mean and no trend. */
final class SharedAssessments extends Section {

    SharedAssessments(ControlRoom room) {
        setId("shared-section");
        addClassName("admin-shared");
        var content = Markup.begin();
        content.appendElement("h2")
                .text(getTranslation("control.shared", room.shared().size()));
        content.appendElement("p").addClass("sa-source").text(getTranslation("control.shared.note"));
        if (room.shared().isEmpty()) {
            content.appendElement("p").text(getTranslation("control.shared.none"));
        } else {
            table(content, room);
        }
        Markup.show(this, content);
    }

    private void table(Element content, ControlRoom room) {
        var table = MarkupTable.stacking(content, "shared", getTranslation("control.shared.caption"))
                .withHiddenCaption()
                .head(List.of(
                        getTranslation("control.regency"),
                        getTranslation("assessments.year"),
                        "#" + getTranslation("control.shared.index"),
                        getTranslation("control.shared.state"),
                        getTranslation("control.measured-by"),
                        getTranslation("control.shared.at")));
        var seen = new HashSet<String>(); // a regency may share more than one: the newest has the short id
        room.shared().stream()
                .sorted(Comparator.comparing(Shared::sharedAt).reversed())
                .forEach(shared -> fill(table.row(), shared, seen.add(shared.code()) ? "" : "-" + shared.assessment()));
    }

    private void fill(MarkupTable.Row row, Shared shared, String suffix) {
        var formats = Formats.current();
        row.element().attr("id", "shared-" + shared.code() + suffix);
        name(row.cell(), shared);
        row.text(String.valueOf(shared.year())).number(formats.index(shared.index()));
        state(row.cell(), shared);
        row.text(Instrument.shortName(shared.instrument())).text(formats.dateTime(shared.sharedAt()));
    }

    private void name(Element cell, Shared shared) {
        var place = cell.appendElement("div").addClass("admin-inline");
        place.appendElement("span").text(shared.name());
        place.appendElement("span").addClass("sa-chip").text("◐ " + getTranslation("control.self"));
        if (shared.simulated()) {
            place.appendElement("span").addClass("sa-simulated").text(Simulated.WORDS);
        }
    }

    private void state(Element cell, Shared shared) {
        var place = cell;
        if (shared.complete() && shared.predicate() != null) {
            place = cell.appendElement("div").addClass("admin-inline");
            Predicates.badge(place, shared.predicate());
        }
        place.appendElement("span").text(getTranslation("assessments.answered", shared.answered(), shared.total()));
    }
}
