package id.satuatap.sbom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list of components must keep to. Each rule answers with what breaks it. */
record Rules(Set<String> licences, List<Floor> floors, List<Floor> waivers) {

    /** The lowest version of a library, or of a whole family ({@code group:*}), and why. */
    record Floor(String coordinates, Version least, String why) {

        boolean concerns(Component component) {
            return coordinates.endsWith(":*")
                    ? component.group().equals(coordinates.substring(0, coordinates.length() - 2))
                    : component.coordinates().equals(coordinates);
        }
    }

    static Rules read() {
        return new Rules(
                lines("licences.txt").collect(Collectors.toUnmodifiableSet()),
                floors("floors.txt"),
                floors("waivers.txt"));
    }

    private static List<Floor> floors(String file) {
        return lines(file)
                .map(line -> line.split("\\s+", 3))
                .map(words -> new Floor(words[0], new Version(words[1]), words[2]))
                .toList();
    }

    List<String> withoutAllowedLicence(List<Component> components) {
        return components.stream()
                .filter(component -> !component.isOurs())
                .filter(component -> component.licences().stream().noneMatch(licence -> isAllowed(licence, component)))
                .map(component -> component + " " + component.licences())
                .toList();
    }

    /** For all, or for the libraries of one group, whose words were read. */
    private boolean isAllowed(String licence, Component component) {
        return licences.contains(licence) || licences.contains(licence + " " + component.group());
    }

    static List<String> unfinished(List<Component> components) {
        return components.stream()
                .filter(component -> !component.isOurs() && component.version().isUnfinished())
                .map(Component::toString)
                .toList();
    }

    static List<String> twice(List<Component> components) {
        var versions = new TreeMap<String, Set<String>>();
        components.forEach(component -> versions.computeIfAbsent(component.coordinates(), same -> new TreeSet<>())
                .add(component.version().text()));
        return versions.entrySet().stream()
                .filter(library -> library.getValue().size() > 1)
                .map(library -> library.getKey() + " " + library.getValue())
                .toList();
    }

    List<String> belowFloor(List<Component> components) {
        return below(floors, components);
    }

    /** Known and still delivered, with the reason why. */
    List<String> waived(List<Component> components) {
        return below(waivers, components);
    }

    /** A waiver for what is mended by now: it should be a floor. */
    List<String> idleWaivers(List<Component> components) {
        return waivers.stream()
                .filter(waiver -> below(List.of(waiver), components).isEmpty())
                .map(Floor::coordinates)
                .toList();
    }

    private static List<String> below(List<Floor> floors, List<Component> components) {
        return floors.stream()
                .flatMap(floor -> components.stream()
                        .filter(floor::concerns)
                        .filter(component -> component.version().compareTo(floor.least()) < 0)
                        .map(component -> "%s is below %s: %s".formatted(component, floor.least(), floor.why())))
                .toList();
    }

    /** A floor for a library that is not delivered guards nothing: its name may have changed. */
    List<String> idleFloors(List<Component> components) {
        return floors.stream()
                .filter(floor -> components.stream().noneMatch(floor::concerns))
                .map(Floor::coordinates)
                .toList();
    }

    private static Stream<String> lines(String file) {
        try (var bytes = Objects.requireNonNull(Rules.class.getResourceAsStream("/" + file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
