package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import id.satuatap.admin.shared.MarkupTable;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.spbe.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Regencies by domains, official values only: the weak spots are the light ones. */
final class HeatTable extends Section {

    HeatTable(ControlRoom room, Optional<Instrument> instrument, @Nullable String selected) {
        setId("heat-section");
        var codes = room.regencies().stream()
                .map(Regency::domains)
                .flatMap(domains -> domains == null ? java.util.stream.Stream.empty() : domains.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        var content = Markup.begin();
        content.appendElement("h2").text(getTranslation("control.heat", String.valueOf(room.year())));
        if (codes.isEmpty()) {
            content.appendElement("span").text(getTranslation("not-loaded"));
        } else {
            table(content, room, codes, instrument, selected);
        }
        Markup.show(this, content);
    }

    private void table(
            Element content,
            ControlRoom room,
            List<String> codes,
            Optional<Instrument> instrument,
            @Nullable String selected) {
        var headings = new ArrayList<String>();
        headings.add(getTranslation("control.regency"));
        codes.forEach(code -> headings.add("#" + name(code, instrument)));
        var caption = getTranslation("control.heat.caption", String.valueOf(room.year()));
        var table = MarkupTable.scrolling(content, "heat", caption)
                .withHiddenCaption()
                .head(headings);
        room.regencies().stream()
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(regency -> row(table, regency, codes, regency.code().equals(selected)));
    }

    private static void row(MarkupTable table, Regency regency, List<String> codes, boolean isSelected) {
        var row = table.row().text(regency.plainName());
        row.element().attr("id", "heat-" + regency.code());
        if (isSelected) {
            row.element().addClass("sa-selected");
        }
        codes.forEach(code -> fill(row.cell(), value(regency.domains(), code)));
    }

    private static @Nullable BigDecimal value(@Nullable Map<String, BigDecimal> domains, String code) {
        return domains == null ? null : domains.get(code);
    }

    private static void fill(Element cell, @Nullable BigDecimal value) {
        cell.appendElement("span")
                .addClass("admin-heat")
                .addClass("sa-predicate-" + Predicates.scaleOf(value))
                .text(Formats.current().index(value));
    }

    static String name(String code, Optional<Instrument> instrument) {
        return instrument.stream()
                .flatMap(one -> one.domains().stream())
                .filter(domain -> domain.code().equals(code))
                .map(Instrument.Domain::name)
                .findFirst()
                .orElse(code);
    }
}
