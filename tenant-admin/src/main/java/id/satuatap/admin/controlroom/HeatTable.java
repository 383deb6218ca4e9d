package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        add(new H2(getTranslation("control.heat", String.valueOf(room.year()))));
        if (codes.isEmpty()) {
            add(new Span(getTranslation("not-loaded")));
            return;
        }
        var headings = new ArrayList<String>();
        headings.add(getTranslation("control.regency"));
        codes.forEach(code -> headings.add("#" + name(code, instrument)));
        var table = Table.scrolling("heat", getTranslation("control.heat.caption", String.valueOf(room.year())))
                .withHiddenCaption()
                .head(headings.toArray(String[]::new));
        room.regencies().stream()
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(regency -> row(table, regency, codes, regency.code().equals(selected)));
        add(table);
    }

    private static void row(Table table, Regency regency, List<String> codes, boolean isSelected) {
        var cells = new ArrayList<com.vaadin.flow.component.Component>();
        cells.add(Table.text(regency.plainName()));
        codes.forEach(code -> cells.add(cell(value(regency.domains(), code))));
        var row = table.row(cells.toArray(com.vaadin.flow.component.Component[]::new));
        row.setId("heat-" + regency.code());
        row.setClassName("sa-selected", isSelected);
    }

    private static @Nullable BigDecimal value(@Nullable Map<String, BigDecimal> domains, String code) {
        return domains == null ? null : domains.get(code);
    }

    private static Span cell(@Nullable BigDecimal value) {
        var cell = new Span(Formats.current().index(value));
        cell.addClassNames("admin-heat", "sa-predicate-" + Predicates.scaleOf(value));
        return cell;
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
