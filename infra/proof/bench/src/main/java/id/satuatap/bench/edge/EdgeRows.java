package id.satuatap.bench.edge;

import id.satuatap.bench.Ahead;
import id.satuatap.stack.Suite;
import java.util.Optional;

/** The rows of the table that concern the edge, in the order in which they disturb each other least. */
public final class EdgeRows {

    private final Ahead<Optional<KeycloakFiles>> keycloak = new Ahead<>(Tokens::keycloak);

    /** Needed by these rows, and better done while nothing is measured. */
    public Ahead<?> preparation() {
        return keycloak;
    }

    public void addTo(Suite suite) {
        suite.section("home-page", HomePage::run)
                .section("session-heap", Sessions::run)
                .section("gateway-hop", GatewayHop::run)
                .section("token", run -> Tokens.run(run, keycloak))
                .section("start", Starts::run);
    }
}
