package id.satuatap.sbom;

import java.util.List;
import java.util.regex.Pattern;

/** A version as Maven's world writes it, compared by its numbers; what follows them ({@code .Final}, {@code -jre}) counts for nothing but a release candidate's mark. */
record Version(String text) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("^[vr]?([0-9]+(?:\\.[0-9]+)*)");
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i).*(-SNAPSHOT|[.-](alpha|beta|m|rc|cr|ea|pr)[.-]?[0-9]*)$");

    boolean isUnfinished() {
        return UNFINISHED.matcher(text).matches();
    }

    @Override
    public int compareTo(Version other) {
        var mine = numbers();
        var theirs = other.numbers();
        for (var place = 0; place < Math.max(mine.size(), theirs.size()); place++) {
            var order = Integer.compare(at(mine, place), at(theirs, place));
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(other.isUnfinished(), isUnfinished());
    }

    private static int at(List<Integer> numbers, int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    private List<Integer> numbers() {
        var found = NUMBERS.matcher(text);
        return found.find()
                ? List.of(found.group(1).split("\\.")).stream()
                        .map(Version::bounded)
                        .toList()
                : List.of();
    }

    /** A date is a number, too. */
    private static int bounded(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return text;
    }
}
