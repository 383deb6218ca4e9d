package id.satuatap.isolation.edge;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.sql.SQLException;

/** Tokens, the gateway, the browser and the sign-in: groups A, E, J and K of the catalogue, and what else lives there. */
public final class Edge {

    private Edge() {}

    public static void run(Suite.Run run) throws SQLException, IOException {
        var ground = new Ground(Fixture.of(run), run.report());
        var slow = new SlowCases(ground);
        slow.begin();
        var signIn = new SignInCases(ground);
        new WorkspaceCases(ground).run();
        signIn.run();
        new AccountCases(ground).run();
        new LiveCases(ground).run();
        new TokenCases(ground).run();
        new HostCases(ground).run();
        new FramingCases(ground).run();
        signIn.afterTheLeeway();
        slow.end();
    }
}
