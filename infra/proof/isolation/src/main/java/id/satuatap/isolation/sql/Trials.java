package id.satuatap.isolation.sql;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Resources;
import id.satuatap.isolation.sql.Ground.Role;
import id.satuatap.isolation.sql.Trial.As;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All trials against the schema as it is at the moment, and one row of the report for each kind. */
public final class Trials {

    private static final Pattern HOW = Pattern.compile("(each |fk |)([a-z ]+?)(?: (\\d{5}))?: (.+), (.+)");
    private static final Pattern WORD = Pattern.compile("\\{([a-z.]+)}");
    /** The gate by its name in the catalogue. */
    private static final String GATE = "C27";

    private static final String OTHER = """
            select from spbe.answer a full join spbe.answer_version v using (assessment_id, indicator)
             where a.tenant_id = '{b}' or v.tenant_id = '{b}' or a.fact like '%-probeb-%'""";

    private final Ground ground;
    private final List<Trial> all = new ArrayList<>();

    private Trials(Ground ground) {
        this.ground = ground;
        all.addAll(Traps.all());
        for (var block : Resources.text("sql/trials.sql").split("\n\n")) {
            var lines = block.lines().filter(line -> !line.isBlank()).toList();
            if (lines.size() > 2 && lines.get(0).matches("-- [CT]\\d.*")) {
                read(lines);
            }
        }
    }

    public static void run(Cases cases, Ground ground) throws SQLException {
        var problems = problems(ground);
        cases.add(
                GATE,
                "the catalogue gate finds nothing undeclared",
                problems.isEmpty(),
                problems.isEmpty()
                        ? ground.tables().size() + " tenant tables"
                        : problems.strip().replace("\n", "; "));
        var bare = ground.tables().stream()
                .filter(table -> table.about().getOrDefault("row", "").isEmpty())
                .map(TenantTable::name)
                .toList();
        cases.add(
                "C01",
                "every tenant table has a row that somebody could see",
                bare.isEmpty(),
                bare.isEmpty() ? "" : "no subject makes one in " + bare);
        var kinds = new LinkedHashMap<String, List<Trial.Ending>>();
        for (var trial : new Trials(ground).all) {
            kinds.computeIfAbsent(trial.id() + " " + trial.what(), kind -> new ArrayList<>())
                    .add(trial.run(ground));
        }
        kinds.values().forEach(endings -> tell(cases, endings));
    }

    /** Which of these cases see something now, and what. */
    public static Map<String, String> red(Ground ground, Set<String> ids) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        if (ids.contains(GATE) && !problems(ground).isEmpty()) {
            found.put(GATE, problems(ground));
        }
        for (var trial : new Trials(ground).all) {
            if (ids.contains(trial.id()) && !found.containsKey(trial.id())) {
                var ending = trial.run(ground);
                if (ending.outcome() != Outcome.PASSED) {
                    found.put(trial.id(), ending.seen());
                }
            }
        }
        return found;
    }

    private void read(List<String> lines) {
        var head = lines.get(0).substring(3).split(" ", 2);
        var how = HOW.matcher(lines.get(1).substring(3));
        if (!how.matches()) {
            throw new IllegalArgumentException(lines.get(1));
        }
        var isOdd = lines.get(2).startsWith("-- ");
        var contexts = isOdd ? lines.get(2).substring(3).split(" \\| ") : new String[] {""};
        var statements =
                String.join("\n", lines.subList(isOdd ? 3 : 2, lines.size())).split(";\n|;$");
        var verb = Verb.valueOf(how.group(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        for (var statement : statements) {
            for (var context : contexts) {
                var each = filled(context, Map.of());
                var forbidden = As.of(how.group(4), each);
                var allowed = As.of(how.group(5), each);
                var of = switch (how.group(1)) {
                    case "each " -> everyTable(statement);
                    case "fk " -> everyReference(statement);
                    default -> Map.of(isOdd ? context : statement, filled(statement, Map.of()));
                };
                var states = verb == Verb.PREPARED
                        ? List.of("auto", "force_generic_plan")
                        : List.of(how.group(3) == null ? "" : how.group(3));
                of.forEach((about, sql) -> states.forEach(state -> all.add(new Trial(
                        head[0],
                        head[1],
                        about,
                        ground -> verb.getsThrough(ground, forbidden, sql, state),
                        ground -> verb.getsThrough(ground, allowed, sql, state)))));
            }
        }
    }

    private Map<String, String> everyTable(String statement) {
        return ground.tables().stream()
                .filter(table -> table.mayBeChanged() || !statement.contains("{changeable}"))
                .collect(Collectors.toMap(TenantTable::name, table -> filled(statement, table.about())));
    }

    private Map<String, String> everyReference(String statement) {
        var all = new HashMap<String, String>();
        for (var table : ground.tables()) {
            for (var reference : table.references()) {
                var about = new HashMap<>(table.about());
                about.put("reference", reference);
                all.put(table.name() + " " + reference, filled(statement, about));
            }
        }
        return all;
    }

    private static String filled(String text, Map<String, String> about) {
        return WORD.matcher(text)
                .replaceAll(word -> java.util.regex.Matcher.quoteReplacement(
                        switch (word.group(1)) {
                            case "a" -> Ground.id(Ground.A).toString();
                            case "b" -> Ground.id(Ground.B).toString();
                            case "b.short" -> Ground.id(Ground.B).toString().substring(0, 35);
                            case "large" -> "x".repeat(1 << 20);
                            case "other" -> filled(OTHER, about);
                            default -> about.getOrDefault(word.group(1), word.group());
                        }));
    }

    /** Core's own check at its start, asked by us: what is there that nobody declared? */
    private static String problems(Ground ground) throws SQLException {
        try (var work = ground.as(Role.RUNTIME, "")) {
            return work.run(
                    Files.readString(Stack.root().resolve("platform-core/src/main/resources/catalogue-gate.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Cases cases, List<Trial.Ending> endings) {
        var first = endings.getFirst().trial();
        var held = endings.stream()
                .filter(ending -> ending.outcome() == Outcome.PASSED)
                .count();
        for (var outcome : List.of(Outcome.FAILED, Outcome.INVALID)) {
            var such = endings.stream()
                    .filter(ending -> ending.outcome() == outcome)
                    .map(Trial.Ending::seen)
                    .collect(Collectors.joining("; "));
            if (!such.isEmpty()) {
                cases.add(first.id(), first.what(), outcome, such);
            }
        }
        if (held == endings.size()) {
            cases.add(
                    first.id(),
                    first.what(),
                    Outcome.PASSED,
                    "%d of %d refused or unseen, their twins not".formatted(held, held));
        }
    }
}
