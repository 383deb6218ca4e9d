package id.satuatap.bench;

import id.satuatap.bench.edge.GatewayHop;
import id.satuatap.bench.edge.HomePage;
import id.satuatap.bench.edge.Sessions;
import id.satuatap.bench.edge.Starts;
import id.satuatap.bench.edge.Tokens;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.util.List;

/** The command {@code infra/bench}: first core's rows, in the order in which the data must grow, then those of the edge. */
public final class Bench {

    static final Path FOLDER = Stack.root().resolve("infra/proof/bench/target");

    private Bench() {}

    static Suite suite() {
        var field = new Ahead<>(Field::new);
        var keycloak = new Ahead<>(Tokens::keycloak);
        return new Suite("infra/bench", System.out)
                .option("--keycloak")
                .section("machine", Machine::run)
                .section("growth-tenants", run -> new Growth(field.get(run)).tenants(run, keycloak))
                .section("twin", run -> new SameBytes(field.get(run)).run())
                .section("list", run -> new TenantList(field.get(run)).run())
                .section("rls", run -> new RowSecurity(field.get(run)).run())
                .section("control-room", run -> new ControlRoomFacts(field.get(run)).run())
                .section("score", ScoreTime::run)
                .section("neighbour", run -> new QuietNeighbour(field.get(run)).run())
                .section("overload", run -> new Overload(field.get(run)).run())
                .section("growth-rows", run -> new Growth(field.get(run)).rows())
                .section("save", run -> new SaveAnswer(field.get(run)).run())
                .section("home-page", HomePage::run)
                .section("session-heap", run -> new Sessions(run).run())
                .section("gateway-hop", GatewayHop::run)
                .section("token", run -> Tokens.run(run, keycloak))
                .section("start", Starts::run);
    }

    public static void main(String... arguments) {
        System.exit(suite().run(List.of(arguments), FOLDER));
    }
}
