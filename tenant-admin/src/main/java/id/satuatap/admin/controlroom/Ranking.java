package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.SaTiles;
import id.satuatap.admin.shared.SaTiles.Tile;
import id.satuatap.admin.shared.Table;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
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
        var legend = new Div();
        legend.addClassName("admin-legend");
        for (var predicate : new String[] {"Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan"}) {
            legend.add(Predicates.badge(predicate));
        }
        var none = new Span(notLoaded);
        none.addClassNames("sa-predicate", "sa-predicate-0");
        legend.add(none);
        return legend;
    }

    Component table() {
        var section = new Section();
        var formats = Formats.current();
        var previous = room.previousYear() == null ? "" : String.valueOf(room.previousYear());
        var table = Table.scrolling(
                        "ranking", section.getTranslation("control.ranking.caption", String.valueOf(room.year())))
                .withHiddenCaption()
                .head(
                        section.getTranslation("control.regency"),
                        "#" + section.getTranslation("control.rank"),
                        "#" + section.getTranslation("control.index"),
                        section.getTranslation("control.predicate"),
                        "#" + section.getTranslation("control.change", previous));
        room.regencies().stream()
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Regency::name))
                .forEach(regency -> {
                    var row = table.row(
                            name(regency),
                            Table.text(regency.rank() == null ? "–" : formats.number(regency.rank())),
                            Table.text(formats.index(regency.index())),
                            regency.index() == null
                                    ? Table.text(section.getTranslation("not-loaded"))
                                    : Predicates.badge(regency.predicate()),
                            Table.text(formats.change(regency.change())));
                    row.setId("rank-" + regency.code());
                    Table.number(row, 1, 2, 4);
                    if (isSelected(regency)) {
                        row.addClassName("sa-selected");
                        row.getElement().setAttribute("aria-current", "true");
                    }
                });
        section.add(new H2(section.getTranslation("control.ranking", String.valueOf(room.year()))), table);
        return section;
    }

    private Component name(Regency regency) {
        var name = new NativeButton(regency.plainName(), event -> onPick.accept(regency.code()));
        name.setId("regency-" + regency.code());
        name.addClassName("admin-link-button");
        name.getElement().setAttribute("aria-pressed", String.valueOf(isSelected(regency)));
        var cell = new Div(name);
        cell.addClassName("admin-inline");
        if (room.sharedBy(regency.code()).isPresent()) {
            var mark = new Span("◐ " + name.getTranslation("control.self"));
            mark.addClassName("sa-source");
            cell.add(mark);
        }
        return cell;
    }

    private boolean isSelected(Regency regency) {
        return Objects.equals(regency.code(), selected);
    }
}
