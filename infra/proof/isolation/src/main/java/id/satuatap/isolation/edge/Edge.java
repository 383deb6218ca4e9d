package id.satuatap.isolation.edge;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Suite;

/** Tokens, the gateway, the browser and the sign-in: groups A, E, J and K of the catalogue, and what else lives there. */
public final class Edge {

    private Edge() {}

    public static void run(Suite.Run run) throws Exception {
        var ground = new Ground(Fixture.of(run), run.report());
        new TokenCases(ground).run();
        new HostCases(ground).run();
        new FramingCases(ground).run();
        var signIn = new SignInCases(ground);
        signIn.run();
        signIn.afterTheLeeway();
    }
}
