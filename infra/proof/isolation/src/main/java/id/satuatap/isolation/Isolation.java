package id.satuatap.isolation;

import id.satuatap.isolation.edge.Edge;
import id.satuatap.isolation.faults.CodeFaults;
import id.satuatap.isolation.faults.SqlFaults;
import id.satuatap.isolation.fuzz.Fuzz;
import id.satuatap.isolation.headers.Headers;
import id.satuatap.isolation.http.EventCases;
import id.satuatap.isolation.http.FileCases;
import id.satuatap.isolation.http.Hammer;
import id.satuatap.isolation.http.ObjectCases;
import id.satuatap.isolation.http.OperatingCases;
import id.satuatap.isolation.http.PoolCases;
import id.satuatap.isolation.http.Told;
import id.satuatap.isolation.operation.Alike;
import id.satuatap.isolation.operation.Bodies;
import id.satuatap.isolation.operation.Matrix;
import id.satuatap.isolation.operation.Methods;
import id.satuatap.isolation.operation.Repeats;
import id.satuatap.isolation.sql.Plans;
import id.satuatap.isolation.sql.Sql;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code infra/isolation}. */
public final class Isolation {

    static final Path FOLDER = Stack.root().resolve("infra/proof/isolation/target");

    private static final Map<String, Cases.Section> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("sql", Sql::run);
        SECTIONS.put("sql-faults", SqlFaults::run);
        SECTIONS.put("listen", Plans::listen);
        SECTIONS.put("edge", Edge::run);
        SECTIONS.put("tokens", Edge::tokens);
        SECTIONS.put("matrix", Matrix::run);
        SECTIONS.put("plans", Plans::run);
        SECTIONS.put("alike", Alike::run);
        SECTIONS.put("bodies", Bodies::run);
        SECTIONS.put("repeats", Repeats::run);
        SECTIONS.put("methods", Methods::run);
        SECTIONS.put("objects", ObjectCases::run);
        SECTIONS.put("D pool", PoolCases::run);
        SECTIONS.put("G files", FileCases::run);
        SECTIONS.put("H O operating", OperatingCases::run);
        SECTIONS.put("I live", EventCases::run);
        SECTIONS.put("hammer", Hammer::run);
        SECTIONS.put("fuzz", Fuzz::run);
        SECTIONS.put("told", Told::run); // what all sections before have seen
        SECTIONS.put("code-faults", new CodeFaults(SECTIONS)); // what a faulty core tells and logs is nobody's leak
        SECTIONS.put("headers", Headers::run); // starts parts anew
    }

    private Isolation() {}

    static Suite suite() {
        var suite = new Suite("infra/isolation", System.out);
        SECTIONS.forEach((name, section) -> suite.section(name, run -> section.run(Cases.of(run, name))));
        return suite.section("not yet", run -> missing(Cases.of(run, "not yet")));
    }

    /** What the catalogue has and the product has not. */
    private static void missing(Cases cases) {
        Resources.text("missing.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    var words = line.split(" \\| ", 2);
                    var about = words[0].split(" ", 2);
                    cases.add(about[0], about[1], Outcome.NOT_YET, words[1]);
                });
    }

    public static void main(String... arguments) {
        System.exit(suite().run(List.of(arguments), FOLDER));
    }
}
