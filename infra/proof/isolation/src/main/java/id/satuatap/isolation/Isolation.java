package id.satuatap.isolation;

import id.satuatap.isolation.edge.Edge;
import id.satuatap.isolation.faults.CodeFaults;
import id.satuatap.isolation.faults.SqlFaults;
import id.satuatap.isolation.fuzz.Fuzz;
import id.satuatap.isolation.headers.HeadersSection;
import id.satuatap.isolation.http.Http;
import id.satuatap.isolation.http.Matrix;
import id.satuatap.isolation.sql.Plans;
import id.satuatap.isolation.sql.Sql;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.util.List;

/** The command {@code infra/isolation}. */
public final class Isolation {

    private Isolation() {}

    static int run(String... arguments) {
        var suite = new Suite("infra/isolation", System.out)
                .section("sql", Sql::run)
                .section("sql-faults", SqlFaults::run)
                .section("listen", Plans::listen)
                .section("edge", Edge::run)
                .section("matrix", Matrix::run)
                .section("plans", Plans::run);
        Http.sections(suite).section("fuzz", Fuzz::run);
        return Http.verdict(suite) // what all sections before have seen
                .section("code-faults", CodeFaults::run) // what a faulty core tells and logs is nobody's leak
                .section("headers", new HeadersSection()) // starts parts anew
                .run(List.of(arguments), Stack.root().resolve("infra/proof/isolation/target"));
    }

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }
}
