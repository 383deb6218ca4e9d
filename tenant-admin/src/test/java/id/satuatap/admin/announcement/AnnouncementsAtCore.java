package id.satuatap.admin.announcement;

import id.satuatap.servlet.core.CoreRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Core with one announcement that others change, too: it refuses as the real one does. */
final class AnnouncementsAtCore implements AnnouncementClient {

    static final String ID = "019b7f00-0000-7003-8000-000000000001";
    static final Content FIRST = new Content(
            "Loket pindah", "Ke aula.", null, false, LocalDate.of(2026, 12, 1), LocalDate.of(2099, 12, 31), null);

    final List<Content> published = new ArrayList<>();
    Announcement saved = announcement(FIRST, State.CURRENT, 1);
    int refuseWith;

    /** Somebody else is at it. */
    void changes(String title) {
        saved = announcement(titled(FIRST, title), State.CURRENT, saved.version() + 1);
    }

    /** Somebody else is at it. */
    void withdraws() {
        saved = announcement(saved.content(), State.WITHDRAWN, saved.version() + 1);
    }

    static Content titled(Content content, String title) {
        return new Content(
                title,
                content.text(),
                content.link(),
                content.urgent(),
                content.validFrom(),
                content.validTo(),
                content.office());
    }

    @Override
    public Page list(@Nullable State state, @Nullable String after, int limit) {
        return new Page(List.of(saved), null);
    }

    @Override
    public Announcement get(String id) {
        return saved;
    }

    @Override
    public Announcement publish(String key, Content content) {
        published.add(content);
        return announcement(content, State.CURRENT, 1);
    }

    @Override
    public Announcement change(String id, String version, Content content) {
        check(version);
        saved = announcement(content, State.CURRENT, saved.version() + 1);
        return saved;
    }

    @Override
    public Announcement withdraw(String id, String version) {
        check(version);
        withdraws();
        return saved;
    }

    @Override
    public Offices offices(String slug) {
        return new Offices(List.of());
    }

    private void check(String version) {
        if (refuseWith != 0) {
            throw refused(refuseWith, "test.refused");
        }
        if (!version.equals(saved.etag())) {
            throw refused(412, "announcement.changed");
        }
        if (saved.state() == State.WITHDRAWN) {
            throw refused(409, "announcement.withdrawn");
        }
    }

    private static CoreRefused refused(int status, String code) {
        return new CoreRefused(new CoreRefused.Problem(
                "urn:problem:" + code, null, status, "Kalimat " + code + ".", null, null, null));
    }

    private static Announcement announcement(Content content, State state, int version) {
        return new Announcement(
                ID,
                content.title(),
                content.text(),
                content.link(),
                content.urgent(),
                content.validFrom(),
                content.validTo(),
                content.office(),
                null,
                state,
                true,
                "Tono",
                Instant.parse("2026-12-01T02:05:00Z"),
                version);
    }
}
