package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import id.satuatap.admin.shared.MarkupTable;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.SaTiles;
import id.satuatap.admin.shared.SaTiles.Tile;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The official results of the regencies, as a map of tiles and as a ranking. Both show the same one lit up. */
final class Ranking {

    private final ControlRoom room;
    private final @Nullable String selected;
    private final Consumer<String> onPick;
    private final Names names;

    Ranking(ControlRoom room, @Nullable String selected, Consumer<String> onPick) {
        this.room = room;
        this.selected = selected;
        this.onPick = onPick;
        this.names = new Names(room.regencies());
    }

    Component tiles() {
        var section = new Section();
        var year = String.valueOf(room.year());
        var tiles = new SaTiles("tiles", section.getTranslation("control.tiles.label", year), onPick);
        tiles.setTiles(room.regencies().stream().map(this::tile).toList());
        section.add(
                new H2(section.getTranslation("control.tiles", year)),
                tiles,
                legend(section.getTranslation("not-loaded")));
        return section;
    }

    private Tile tile(Regency regency) {
        return new Tile(
                regency.code(),
                regency.name(),
                names.onTile(regency),
                regency.lat(),
                regency.lng(),
                regency.index(),
                regency.predicate(),
                Predicates.scale(regency.predicate()),
                isSelected(regency));
    }

    private static Div legend(String notLoaded) {
        var content = Markup.begin();
        for (var predicate : new String[] {"Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan"}) {
            Predicates.badge(content, predicate);
        }
        content.appendElement("span")
                .addClass("sa-predicate")
                .addClass("sa-predicate-0")
                .text(notLoaded);
        var legend = new Div();
        legend.addClassName("admin-legend");
        Markup.show(legend, content);
        return legend;
    }

    Component table() {
        var section = new Section();
        var year = String.valueOf(room.year());
        var previous = room.previousYear() == null ? "" : String.valueOf(room.previousYear());
        var content = Markup.begin();
        content.appendElement("h2").text(section.getTranslation("control.ranking", year));
        var table = MarkupTable.scrolling(content, "ranking", section.getTranslation("control.ranking.caption", year))
                .withHiddenCaption()
                .head(List.of(
                        section.getTranslation("control.regency"),
                        "#" + section.getTranslation("control.rank"),
                        "#" + section.getTranslation("control.index"),
                        section.getTranslation("control.predicate"),
                        "#" + section.getTranslation("control.change", previous)));
        room.regencies().stream()
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Regency::name))
                .forEach(regency -> row(table.row(), regency, section));
        Markup.show(section, content);
        Markup.onPick(section, onPick);
        return section;
    }

    private void row(MarkupTable.Row row, Regency regency, Component section) {
        var formats = Formats.current();
        row.element().attr("id", "rank-" + regency.code());
        if (isSelected(regency)) {
            row.element().addClass("sa-selected").attr("aria-current", "true");
        }
        name(row.cell(), regency, section);
        row.number(regency.rank() == null ? "–" : formats.number(regency.rank()))
                .number(formats.index(regency.index()));
        if (regency.index() == null) {
            row.text(section.getTranslation("not-loaded"));
        } else {
            Predicates.badge(row.cell(), regency.predicate());
        }
        row.number(formats.change(regency.change()));
    }

    private void name(Element cell, Regency regency, Component section) {
        var place = cell.appendElement("div").addClass("admin-inline");
        place.appendElement("button")
                .attr("id", "regency-" + regency.code())
                .addClass("admin-link-button")
                .attr("aria-pressed", String.valueOf(isSelected(regency)))
                .attr(Markup.PICK, regency.code())
                .text(regency.plainName());
        if (room.sharedBy(regency.code()).isPresent()) {
            place.appendElement("span").addClass("sa-source").text("◐ " + section.getTranslation("control.self"));
        }
    }

    private boolean isSelected(Regency regency) {
        return Objects.equals(regency.code(), selected);
    }
}
