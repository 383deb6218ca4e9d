package id.satuatap.bench.edge;

import id.satuatap.stack.Suite;

/** The rows of the table that concern the edge, in the order in which they disturb each other least. */
public final class EdgeRows {

    private EdgeRows() {}

    public static void addTo(Suite suite) {
        suite.section("home-page", HomePage::run)
                .section("session-heap", Sessions::run)
                .section("gateway-hop", GatewayHop::run)
                .section("token", Tokens::run)
                .section("start", Starts::run);
    }
}
