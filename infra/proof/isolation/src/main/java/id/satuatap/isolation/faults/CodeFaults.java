package id.satuatap.isolation.faults;

import id.satuatap.isolation.Cases;
import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The section {@code code-faults}: core started anew with one mistake after the other, and whether the cases that must see it do. */
public record CodeFaults(Map<String, Cases.Section> sections) implements Cases.Section {

    @Override
    public void run(Cases cases) throws Exception {
        var faults = CodeFault.all().stream()
                .filter(fault -> fault.isQuick() || !cases.isShort())
                .toList();
        cases.fixture().awaitRelayed();
        var hole =
                new Hole(cases.fixture().stack(), cases.fixture().stack().home().resolveSibling("hole"));
        var named = new LinkedHashSet<String>();
        faults.forEach(fault -> named.addAll(fault.seenBy()));
        var sound = red(cases, named);
        cases.add(
                "", "a sound core passes each of these cases", sound.isEmpty(), named.size() + " cases, red: " + sound);
        try {
            for (var fault : faults) {
                cases.trial("", fault.name(), () -> {
                    hole.open(fault);
                    var red = red(cases, fault.seenBy());
                    return id.satuatap.isolation.Seen.of(
                            red.equals(Set.copyOf(fault.seenBy())),
                            red.isEmpty() ? "nothing sees it" : "seen by " + red);
                });
            }
        } finally {
            hole.close();
        }
        var again = red(cases, named);
        cases.add(
                "",
                "core is sound again once they are taken out: what was seen was theirs",
                again.isEmpty(),
                again.toString());
    }

    /** Those of these cases that do not end as they should. */
    private Set<String> red(Cases cases, Iterable<String> named) throws Exception {
        var red = new LinkedHashSet<String>();
        for (var name : named) {
            var words = name.split(": ", 2);
            var report = new Report(name, cases.out());
            Objects.requireNonNull(sections.get(words[0]), name)
                    .run(Cases.some(cases.fixture(), report, words[0], Set.of(words[1])));
            var rows = report.rows();
            if (rows.isEmpty()) {
                throw new IllegalStateException("There is no case " + name);
            }
            if (rows.stream().map(Report.Row::outcome).anyMatch(List.of(Outcome.FAILED, Outcome.INVALID)::contains)) {
                red.add(name);
            }
        }
        return red;
    }
}
