package id.satuatap.isolation.faults;

import static id.satuatap.isolation.faults.Door.A;
import static id.satuatap.isolation.faults.Door.B;
import static id.satuatap.isolation.faults.Door.isOk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A question at the door that must be refused, and its allowed twin. The cases of the other sections, cut down to what
 * can be asked again for each fault.
 *
 * @param id of the case
 */
record Knock(String id, String what, Try allowed, Try forbidden) {

    /** True if it is let in. */
    @FunctionalInterface
    interface Try {
        boolean isLetIn(Door door) throws Exception;
    }

    private static final String ME = "/api/v1/me";
    private static final String MEMBERS = "/api/v1/members";
    private static final String INSTRUMENTS = "/api/v1/spbe/instruments";

    static List<Knock> all() {
        return List.of(
                members("B01", "a member elsewhere", "tenant-admin", A, "tenant-admin", B),
                members("N01", "an ended member", "tenant-admin", A, "ended", A),
                members("N02", "an expired member", "tenant-admin", A, "expired", A),
                members("N03", "a member of next week", "tenant-admin", A, "early", A),
                new Knock("A00", "nobody", as("tenant-admin"), door -> isOk(door.get(A, "", MEMBERS))),
                claims(
                        "A11",
                        "an expired token",
                        () -> Map.of(
                                "exp",
                                Instant.now().getEpochSecond() - 3600,
                                "iat",
                                Instant.now().getEpochSecond() - 3660)),
                claims("A09", "a token for another service", () -> Map.of("aud", "identity")),
                claims("A12", "a token of another issuer", () -> Map.of("iss", "http://id.elsewhere.example")),
                new Knock(
                        "A17",
                        "a machine elsewhere",
                        door -> isOk(door.get(A, door.machine(A + "-coordinator"), ME)),
                        door -> isOk(door.get(B, door.machine(A + "-coordinator"), ME))),
                at("O01", "a suspended tenant", Door.SUSPENDED),
                at("A21", "an archived tenant", Door.ARCHIVED),
                new Knock(
                        "O02",
                        "an archived tenant in the list",
                        door -> door.get(A, "", "/api/v1/tenants").body().contains(A),
                        door -> door.get(A, "", "/api/v1/tenants").body().contains(Door.ARCHIVED)),
                new Knock(
                        "A03",
                        "two tenants in one request",
                        as("tenant-admin"),
                        door -> isOk(door.stack()
                                .send(door.request(A, door.token("tenant-admin"), MEMBERS)
                                        .header("X-Satu-Tenant", B)))),
                new Knock(
                        "B15",
                        "a right of another role",
                        door -> door.get(A, door.token("data-entry"), ME).body().contains("assessment:answer"),
                        door -> door.get(A, door.token("data-entry"), ME).body().contains("assessment:share")),
                new Knock(
                        "M02",
                        "a key of another caller",
                        door -> Requests.sameKey(door, "tenant-admin"),
                        door -> Requests.sameKey(door, "second-admin")),
                new Knock("M06", "an older version", door -> Requests.saved(door, 0), door -> Requests.saved(door, 1)),
                new Knock(
                        "G17",
                        "a removed file",
                        door -> Requests.removed(door, false),
                        door -> Requests.removed(door, true)),
                new Knock(
                        "K07",
                        "another's invitation",
                        door -> Requests.accepted(door, "invited", true),
                        door -> Requests.accepted(door, "passer-by", true)),
                new Knock(
                        "K08",
                        "an invitation of an address not verified",
                        door -> Requests.accepted(door, "invited", true),
                        door -> Requests.accepted(door, "invited", false)),
                new Knock(
                        "O09",
                        "what failed, told to the caller",
                        door -> door.get(A, "", "/api/v1/nothing").body().contains("urn:problem:"),
                        Requests::tellsTooMuch),
                new Knock(
                        "I01",
                        "an event of another tenant",
                        door -> Requests.hears(door, A),
                        door -> Requests.hears(door, B)),
                new Knock(
                        "D05",
                        "a statement whose tenant is not its own transaction's",
                        as("tenant-admin"),
                        Requests::isUndisciplined));
    }

    private static Knock members(String id, String what, String twin, String there, String person, String tenant) {
        return new Knock(
                id,
                what,
                door -> isOk(door.get(there, door.token(twin), MEMBERS)),
                door -> isOk(door.get(tenant, door.token(person), MEMBERS)));
    }

    private static Try as(String person) {
        return door -> isOk(door.get(A, door.token(person), MEMBERS));
    }

    /** At an operation for whoever is signed in: no membership stands behind the token. */
    private static Knock claims(String id, String what, Supplier<Map<String, Object>> claims) {
        return new Knock(
                id,
                what,
                door -> isOk(door.get(A, door.token("tenant-admin"), ME)),
                door -> isOk(door.get(A, door.token("tenant-admin", claims.get()), ME)));
    }

    private static Knock at(String id, String what, String tenant) {
        return new Knock(
                id, what, door -> isOk(door.get(A, "", INSTRUMENTS)), door -> isOk(door.get(tenant, "", INSTRUMENTS)));
    }
}
