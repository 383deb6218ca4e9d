package id.satuatap.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnonymousSessionsIT {

    private static final int PER_ADDRESS = 20;
    private static final int IN_ALL = 60;

    @Test
    void a_flood_of_visitors_keeps_nobody_out_and_leaves_a_bounded_number_of_sessions() {
        try (var identity = RunningIdentity.with(Map.of(
                "satuatap.anonymous-sessions.per-address",
                PER_ADDRESS,
                "satuatap.anonymous-sessions.in-all",
                IN_ALL))) {
            var signedIn = identity.browserAt("203.0.113.1");
            signedIn.signIn("coordinator.rembang", RunningIdentity.PASSWORD);
            var typing = identity.browserAt("203.0.113.2");
            typing.get(new CodeFlow().authorize());
            var form = Browser.hidden(typing.get("/sign-in").body());

            for (int turn = 0; turn < 200; turn++) {
                identity.browserAt("198.51.100." + turn % 8).get(turn % 2 == 0 ? "/register" : "/sign-in");
            }

            assertThat(identity.sessions()).isGreaterThan(PER_ADDRESS).isLessThanOrEqualTo(IN_ALL + 1);
            assertThat(signedIn.get("/").body()).contains("Koordinator SPBE Rembang");
            var answer = typing.post(
                    "/sign-in",
                    Map.of(
                            "username",
                            "overseer.bengkulu",
                            "password",
                            RunningIdentity.PASSWORD,
                            "_csrf",
                            form.get("_csrf")));
            assertThat(Browser.location(answer)).startsWith("/oauth2/authorize?");
        }
    }
}
