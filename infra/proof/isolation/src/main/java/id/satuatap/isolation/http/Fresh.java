package id.satuatap.isolation.http;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.isolation.Principal;
import java.util.Map;
import java.util.UUID;

/** Makes ready what a changing request needs to succeed: a version, a file to remove, a member to dismiss. */
final class Fresh {

    private Fresh() {}

    /** Signed in, known to nobody, with a verified address. */
    static Principal stranger(String name) {
        return new Principal(
                name,
                UUID.randomUUID().toString(),
                "%s-%s@contoh.example".formatted(name, UUID.randomUUID()),
                false,
                Map.of());
    }

    /** An address that nobody was invited by yet: there is a cap for each. */
    static String address() {
        return UUID.randomUUID() + "@contoh.example";
    }

    static Caller as(Fixture fixture, String tenant, String role) {
        return fixture.probe().as(fixture.member(tenant, role)).at(tenant).direct();
    }

    static String answerVersion(Fixture fixture, Place place) {
        return must(as(fixture, place.slug(), "data-entry").get(place.indicatorPath()))
                .header("ETag");
    }

    static String memberVersion(Fixture fixture, Place place) {
        var members = must(as(fixture, place.slug(), "tenant-admin").get("/api/v1/members"))
                .json()
                .path("items");
        return members.values().stream()
                .filter(member ->
                        member.path("id").asString().equals(place.member().toString()))
                .map(member -> "\"" + member.path("version").asInt() + "\"")
                .findFirst()
                .orElseThrow();
    }

    static UUID evidence(Fixture fixture, Place place) {
        var added = must(Examples.upload(place).by(as(fixture, place.slug(), "data-entry")));
        return UUID.fromString(added.json().path("id").asString());
    }

    /** The code of an open invitation of this address. */
    static String invitation(Fixture fixture, String tenant, String email) {
        var link = must(as(fixture, tenant, "tenant-admin")
                        .post("/api/v1/invitations", Map.of("email", email, "role", "opd-officer")))
                .json()
                .path("link")
                .asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    static UUID member(Fixture fixture, String tenant) {
        var somebody = stranger("newcomer");
        var code = invitation(fixture, tenant, somebody.email());
        var begun = must(fixture.probe()
                .as(somebody)
                .at(tenant)
                .direct()
                .post("/api/v1/invitations/" + code + "/acceptance", ""));
        return UUID.fromString(begun.json().path("id").asString());
    }

    /** One in which this tenant has no assessment. */
    static int year(Fixture fixture, String tenant) {
        var assessments = must(as(fixture, tenant, "coordinator").get("/api/v1/spbe/assessments"))
                .json()
                .path("items");
        return 1
                + assessments.values().stream()
                        .mapToInt(assessment -> assessment.path("year").asInt())
                        .max()
                        .orElse(2026);
    }

    static Answer must(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
