package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Who fell, who stands still, who is below the national target of 2,6, whose figures are missing. */
final class Attention extends Section {

    static final BigDecimal TARGET = new BigDecimal("2.6");

    Attention(ControlRoom room, Consumer<String> onPick) {
        setId("attention");
        var content = Markup.begin();
        content.appendElement("h2").text(getTranslation("control.attention"));
        var points = points(room);
        if (points.isEmpty()) {
            content.appendElement("p").text(getTranslation("control.attention.none"));
        } else {
            list(content.appendElement("ul").addClass("admin-attention"), points);
        }
        Markup.show(this, content);
        Markup.onPick(this, onPick);
    }

    private void list(Element list, List<Point> points) {
        var byRegency =
                points.stream().collect(Collectors.groupingBy(Point::regency, LinkedHashMap::new, Collectors.toList()));
        byRegency.forEach((regency, its) -> {
            var item = list.appendElement("li");
            item.appendElement("button")
                    .attr("id", "attention-" + regency.code())
                    .addClass("admin-link-button")
                    .attr(Markup.PICK, regency.code())
                    .text(regency.plainName());
            item.appendText(" " + its.stream().map(this::sentence).collect(Collectors.joining("; ")));
        });
    }

    private String sentence(Point point) {
        var formats = Formats.current();
        var regency = point.regency();
        return switch (point.kind()) {
            case FELL ->
                getTranslation(
                        "control.attention.fell", formats.index(change(regency).abs()));
            case STUCK -> getTranslation("control.attention.stuck");
            case BEHIND -> getTranslation("control.attention.behind", formats.index(regency.index()));
            case MISSING -> getTranslation("control.attention.missing");
        };
    }

    /** The worst fall first. A regency may have more than one point. */
    static List<Point> points(ControlRoom room) {
        var points = new ArrayList<Point>();
        room.regencies().stream()
                .filter(regency -> change(regency).signum() < 0)
                .sorted(Comparator.comparing(Attention::change))
                .forEach(regency -> points.add(new Point(Kind.FELL, regency)));
        room.regencies().stream()
                .filter(regency -> regency.change() != null && change(regency).signum() == 0)
                .forEach(regency -> points.add(new Point(Kind.STUCK, regency)));
        room.regencies().stream()
                .filter(regency -> regency.index() != null && regency.index().compareTo(TARGET) < 0)
                .sorted(Comparator.comparing(Regency::index))
                .forEach(regency -> points.add(new Point(Kind.BEHIND, regency)));
        room.regencies().stream()
                .filter(regency -> regency.index() == null)
                .forEach(regency -> points.add(new Point(Kind.MISSING, regency)));
        return points;
    }

    private static BigDecimal change(Regency regency) {
        return regency.change() == null ? BigDecimal.ZERO : regency.change();
    }

    /** Why a regency needs a look. */
    enum Kind {
        FELL,
        STUCK,
        BEHIND,
        MISSING
    }

    /** One reason about one regency. */
    record Point(Kind kind, Regency regency) {}
}
