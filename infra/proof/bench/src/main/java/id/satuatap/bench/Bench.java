package id.satuatap.bench;

import id.satuatap.bench.edge.EdgeRows;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.util.List;

/** The command {@code infra/bench}. */
public final class Bench {

    private Bench() {}

    static int run(String... arguments) {
        var suite = new Suite("infra/bench", System.out).option("--keycloak").option("--postgraphile");
        var edge = new EdgeRows();
        CoreRows.addTo(suite, edge.preparation());
        edge.addTo(suite);
        return suite.run(List.of(arguments), Stack.root().resolve("infra/proof/bench/target"));
    }

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }
}
