package id.satuatap.admin.controlroom;

import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Official indices over the years as lines, one regency in front. A line breaks where the instrument changed. */
final class TrendChart {

    private final ControlRoom room;
    private final List<Integer> years;

    TrendChart(ControlRoom room) {
        this.room = room;
        this.years = years(room);
    }

    /** All years in which any of the regencies has an official result, oldest first. */
    static List<Integer> years(ControlRoom room) {
        return room.regencies().stream()
                .flatMap(regency -> regency.history().stream())
                .map(Step::year)
                .distinct()
                .sorted()
                .toList();
    }

    ObjectNode option(@Nullable String selected) {
        var option = JsonNodeFactory.instance.objectNode();
        grid(option.putObject("grid"));
        var axis = option.putObject("xAxis").put("type", "category").put("boundaryGap", false);
        var names = axis.putArray("data");
        years.forEach(year -> names.add(String.valueOf(year)));
        option.putObject("yAxis").put("type", "value").put("min", 1).put("max", 5);
        option.putObject("tooltip").put("trigger", "item");
        var series = option.putArray("series");
        room.regencies().stream()
                .sorted(Comparator.comparing(regency -> regency.code().equals(selected)))
                .forEach(regency -> lines(regency, regency.code().equals(selected), series));
        return option;
    }

    private static void grid(ObjectNode grid) {
        grid.put("left", 8).put("right", 16).put("top", 16).put("bottom", 8).put("containLabel", true);
    }

    private void lines(Regency regency, boolean isSelected, ArrayNode series) {
        for (var part : parts(regency)) {
            var line = line(regency, isSelected, series);
            var data = line.putArray("data");
            years.forEach(year -> part.stream()
                    .filter(step -> step.year() == year)
                    .findFirst()
                    .ifPresentOrElse(step -> data.add(step.index()), data::addNull));
        }
    }

    private static ObjectNode line(Regency regency, boolean isSelected, ArrayNode series) {
        var line = series.addObject()
                .put("type", "line")
                .put("name", regency.plainName())
                .put("symbol", "circle")
                .put("symbolSize", isSelected ? 9 : 5)
                .put("z", isSelected ? 3 : 2);
        style(line, isSelected);
        return line;
    }

    private static void style(ObjectNode line, boolean isSelected) {
        var colour = isSelected ? "var(--sa-accent-text)" : "var(--sa-grey-3)";
        line.putObject("lineStyle")
                .put("width", isSelected ? 3 : 1.5)
                .put("color", colour)
                .put("opacity", isSelected ? 1 : 0.5);
        line.putObject("itemStyle").put("color", colour);
        if (isSelected) {
            line.putObject("label").put("show", true).put("position", "top");
        }
    }

    /** The history cut where the instrument changes. */
    static List<List<Step>> parts(Regency regency) {
        var parts = new ArrayList<List<Step>>();
        var steps = regency.history().stream()
                .sorted(Comparator.comparingInt(Step::year))
                .toList();
        for (var step : steps) {
            if (parts.isEmpty() || !parts.getLast().getLast().instrument().equals(step.instrument())) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(step);
        }
        return parts;
    }
}
