package id.satuatap.admin.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Announcements at core. */
interface AnnouncementClient {

    @GetExchange("/announcements")
    Page list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/announcements/{id}")
    Announcement get(@PathVariable String id);

    @PostExchange("/announcements")
    Announcement publish(@RequestHeader("Idempotency-Key") String key, @RequestBody Content content);

    @PutExchange("/announcements/{id}")
    Announcement change(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Content content);

    @PostExchange("/announcements/{id}/withdrawal")
    Announcement withdraw(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @GetExchange("/tenants/{slug}/offices")
    Offices offices(@PathVariable String slug);

    /** Where it stands today. */
    enum State {
        CURRENT,
        PLANNED,
        PAST,
        WITHDRAWN
    }

    /** @param next where to go on; null at the end */
    record Page(List<Announcement> items, @Nullable String next) {}

    /**
     * What is said, and for which days.
     *
     * @param text plain paragraphs, one a line
     */
    record Content(
            String title,
            String text,
            @Nullable String link,
            boolean urgent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String office) {}

    /** @param by who touched it last; null for who is forgotten */
    record Announcement(
            String id,
            String title,
            String text,
            @Nullable String link,
            boolean urgent,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable String office,
            @Nullable String officeName,
            State state,
            boolean simulated,
            @Nullable String by,
            Instant at,
            int version) {

        String etag() {
            return "\"" + version + "\"";
        }

        Content content() {
            return new Content(title, text, link, urgent, validFrom, validTo, office);
        }
    }

    record Offices(List<Office> items) {}

    record Office(String id, String name) {}
}
