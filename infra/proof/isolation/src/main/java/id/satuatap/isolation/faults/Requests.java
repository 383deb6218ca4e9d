package id.satuatap.isolation.faults;

import static id.satuatap.isolation.faults.Door.A;
import static id.satuatap.isolation.faults.Door.B;
import static id.satuatap.isolation.faults.Door.isOk;
import static id.satuatap.isolation.faults.Door.read;

import id.satuatap.isolation.sql.StatementLog;
import id.satuatap.stack.SmallPdf;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Questions at the door that take more than one request. */
final class Requests {

    private static final Duration TO_HEAR = Duration.ofSeconds(10);
    private static final String INVITATIONS = "/api/v1/invitations";

    private Requests() {}

    /** The first admin's key and request, sent by this one: is the first one's answer given? */
    static boolean sameKey(Door door, String person) {
        var key = UUID.randomUUID().toString();
        var body = invitation(key + "@hole.example");
        var first = read(door.json("POST", A, door.token("tenant-admin"), INVITATIONS, body, "Idempotency-Key", key));
        var second = door.json("POST", A, door.token(person), INVITATIONS, body, "Idempotency-Key", key);
        return second.body().contains(first.path("id").asString());
    }

    /** Saves an answer on top of the version that was there so many saves ago. */
    static boolean saved(Door door, int ago) {
        var path = door.indicator(A);
        var body = "{\"level\": 2, \"fact\": \"uji\", \"analysis\": \"uji\"}";
        var version = read(door.get(A, door.token("internal-assessor"), path))
                .path("version")
                .asInt();
        if (ago > 0) {
            read(door.json("PUT", A, door.token("internal-assessor"), path, body, "If-Match", "\"" + version + "\""));
            read(door.json(
                    "PUT", A, door.token("internal-assessor"), path, body, "If-Match", "\"" + (version + 1) + "\""));
            version++;
        }
        return isOk(
                door.json("PUT", A, door.token("internal-assessor"), path, body, "If-Match", "\"" + version + "\""));
    }

    /** A file of evidence, asked for before or after the evidence was removed. */
    static boolean removed(Door door, boolean after) {
        var path = door.indicator(A) + "/evidence";
        var file = new String(SmallPdf.saying(UUID.randomUUID().toString()), StandardCharsets.US_ASCII);
        var added = read(door.json("POST", A, door.token("internal-assessor"), path + "?name=uji.pdf", file));
        if (after) {
            door.json(
                    "DELETE",
                    A,
                    door.token("internal-assessor"),
                    path + "/" + added.path("id").asString(),
                    "");
        }
        return isOk(door.get(
                A,
                door.token("internal-assessor"),
                "/api/v1/documents/%s/content".formatted(added.path("document").asString())));
    }

    /** An invitation of a new person, taken by that one or another. */
    static boolean accepted(Door door, String person, boolean isVerified) {
        var email = UUID.randomUUID() + "@hole.example";
        var made = read(door.json("POST", A, door.token("tenant-admin"), INVITATIONS, invitation(email)));
        var link = made.path("link").asString();
        var claims = Map.<String, Object>of(
                "email", person.equals("invited") ? email : "x" + email, "email_verified", isVerified);
        return isOk(door.json(
                "POST",
                A,
                door.token(person + "-" + UUID.randomUUID(), claims),
                INVITATIONS + link.substring(link.lastIndexOf('/')) + "/acceptance",
                ""));
    }

    static boolean tellsTooMuch(Door door) {
        return Stream.of(
                        door.get(A, "", "/api/v1/nothing"),
                        door.get(A, door.token("tenant-admin"), "/api/v1/spbe/assessments/x"),
                        door.json("POST", A, door.token("tenant-admin"), INVITATIONS, "{"))
                .anyMatch(answer -> answer.body().matches("(?s).*(satuatap\\.core|springframework|Exception).*"));
    }

    /** Something changes in this tenant, then in A: does who listens in A hear of the first? */
    static boolean hears(Door door, String changed) throws Exception {
        var there = door.indicator(changed);
        var here = door.indicator(A);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        var request =
                door.request(A, door.token("coordinator"), "/api/v1/events").build();
        var stream = door.stack().http().sendAsync(request, BodyHandlers.ofLines());
        stream.thenAccept(answer -> answer.body().forEach(heard::add));
        await(heard, "");
        change(door, changed, there);
        change(door, A, here);
        await(heard, assessment(here));
        stream.cancel(true);
        return heard.stream().anyMatch(line -> line.contains(assessment(there)));
    }

    /** What core sends to the database in the course of a few requests. */
    static boolean isUndisciplined(Door door) throws Exception {
        try (var log = StatementLog.open(door.stack().database(), door.stack().home())) {
            for (var tenant : new String[] {A, B, A}) {
                door.indicator(tenant);
                door.get(tenant, door.token("tenant-admin"), "/api/v1/members");
            }
            saved(door, 0);
            return !log.offences().isEmpty();
        }
    }

    private static void change(Door door, String tenant, String path) {
        var assessor = door.token(tenant.equals(A) ? "internal-assessor" : "assessor-b");
        var version = read(door.get(tenant, assessor, path)).path("version").asInt();
        read(door.json(
                "PUT",
                tenant,
                assessor,
                path,
                "{\"level\": 3, \"fact\": \"uji\", \"analysis\": \"uji\"}",
                "If-Match",
                "\"" + version + "\""));
    }

    private static String assessment(String indicatorPath) {
        return indicatorPath.replaceFirst(".*/assessments/([^/]+)/.*", "$1");
    }

    private static void await(Queue<String> heard, String text) {
        var deadline = System.nanoTime() + TO_HEAR.toNanos();
        while (heard.stream().noneMatch(line -> line.contains(text)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String invitation(String email) {
        return "{\"email\": \"%s\", \"role\": \"opd-officer\"}".formatted(email);
    }
}
