package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.util.Map;

/**
 * Who asks for tokens, the same at identity and at its peer.
 *
 * @param machine asks for itself
 * @param application signs people in
 * @param callback where the application gets its codes
 * @param person signs in
 */
record Callers(Credentials.Client machine, Credentials.Client application, String callback, Credentials.User person) {

    private static final String WORKSPACE = "tenant-admin";

    static Callers of(Stack stack) {
        var secret = stack.service(Part.TENANT_ADMIN).environment("SATUATAP_ADMIN_CLIENT_SECRET");
        return new Callers(
                stack.credentials().clients().getFirst(),
                new Credentials.Client(null, WORKSPACE, WORKSPACE, secret),
                stack.gateway() + "/admin/login/oauth2/code/satuatap",
                stack.credentials().users().getFirst());
    }

    /** As the peer's settings call them. */
    Map<String, String> names() {
        return Map.of(
                "machine", machine.clientId(),
                "machineSecret", machine.clientSecret(),
                "application", application.clientId(),
                "applicationSecret", application.clientSecret(),
                "callback", callback,
                "person", person.username(),
                "password", person.password());
    }
}
