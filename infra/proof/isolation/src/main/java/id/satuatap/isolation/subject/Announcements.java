package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.PUBLIC;

import java.util.Map;
import java.util.UUID;

final class Announcements {

    private static final String PATH = "/api/v1/announcements";
    private static final String WRITE = "announcement:write";

    static final Subject SUBJECT = Subject.of(PATH)
            .table("information.announcement", PUBLIC, "link")
            .makes(making -> Map.of("announcement", published(making)));

    static final Subject READ = Subject.of("/api/v1/tenants/{slug}/announcements")
            .makes(making -> Map.of("slug", making.tenant(), "announcement", published(making)));

    private Announcements() {}

    /** Shown from today on: each has one of its own to change or to withdraw. */
    private static String published(Subject.Making making) {
        var content = Map.of(
                "title",
                "Contoh " + UUID.randomUUID(),
                "text",
                "Isi",
                "urgent",
                false,
                "validFrom",
                "2026-01-02",
                "validTo",
                "2099-12-31");
        return making.post(WRITE, PATH, content).path("id").asString();
    }
}
