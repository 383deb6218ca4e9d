package id.satuatap.isolation.fuzz;

import id.satuatap.isolation.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Values at the edge of what a field takes, and beyond, by kind: {@code texts}, {@code numbers}, {@code dates} and more. */
final class Oddities {

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Pattern REPEATED = Pattern.compile("(\\d{3,}) (\\S)");
    private static final Map<String, List<String>> ALL = read();

    private Oddities() {}

    static List<String> of(String kind) {
        return Objects.requireNonNull(ALL.get(kind), kind);
    }

    static String one(SplittableRandom random, String kind) {
        return one(random, of(kind));
    }

    static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, List<String>> read() {
        var all = new HashMap<String, List<String>>();
        List<String> kind = new ArrayList<>();
        for (var line : Resources.text("fuzz/oddities.txt").lines().skip(1).toList()) {
            if (line.matches("\\[[a-z]+]")) {
                kind = new ArrayList<>();
                all.put(line.substring(1, line.length() - 1), kind);
            } else {
                kind.add(written(line));
            }
        }
        return all;
    }

    private static String written(String line) {
        var repeated = REPEATED.matcher(line);
        if (repeated.matches()) {
            return repeated.group(2).repeat(Integer.parseInt(repeated.group(1)));
        }
        return UNICODE.matcher(line)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)))
                .translateEscapes();
    }
}
