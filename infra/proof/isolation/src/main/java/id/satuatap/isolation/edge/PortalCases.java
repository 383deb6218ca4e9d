package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.CaseFile;
import java.io.IOException;

/** What the file of cases about the portal calls the sessions of those who signed in there. */
final class PortalCases {

    static final String PORTAL = "/saya/";
    private static final String SESSION = "SATUATAP_CITIZEN";

    private final Ground ground;

    PortalCases(Ground ground) {
        this.ground = ground;
    }

    void words(CaseFile file) throws IOException {
        var citizen = ground.browser();
        var user = ground.user(null, "citizen");
        citizen.signIn(PORTAL, ground.host(), ground.identity(), user.username(), user.password());
        var other = ground.browser();
        var official = ground.user(A, "data-entry");
        other.signIn(PORTAL, ground.host(), ground.identity(), official.username(), official.password());
        file.session("portal", ground.fixture().citizen(), session(citizen))
                .session("portal.other", ground.fixture().member(A, "data-entry"), session(other))
                .word("portal.id", () -> citizen.cookie(ground.host(), SESSION));
    }

    private String session(Browser browser) {
        return SESSION + "=" + browser.cookie(ground.host(), SESSION);
    }
}
