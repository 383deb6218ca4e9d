package id.satuatap.core.information.publication;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Multiline;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Announcements as those see them who write them. */
@RestController
@RequestMapping("/api/v1/announcements")
class AnnouncementController {

    /**
     * What an announcement says: a text of plain paragraphs, one a line; days are the tenant's, and the last one counts.
     *
     * @param link an address that begins with https://
     * @param office who says it; the whole government without one
     */
    @Schema(example = """
            {"title": "Contoh: vaksin rabies gratis", "text": "Bawa hewan Anda ke kantor kecamatan.\\nGratis, pukul 08.00–11.00.",
             "link": "https://contoh.example/vaksin", "urgent": false, "validFrom": "2026-12-01", "validTo": "2099-12-31"}""")
    record WriteAnnouncement(
            @NotBlank @Size(max = Announcement.LONGEST_TITLE)
            String title,

            @NotBlank @Size(max = Announcement.LONGEST_TEXT) @Multiline
            String text,

            @Size(max = Announcement.LONGEST_LINK) @Nullable String link,
            boolean urgent,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validTo,
            @Nullable UUID office) {

        Announcement.Content content() {
            return new Announcement.Content(title, text, link, urgent, validFrom, validTo, office);
        }
    }

    /**
     * An announcement with where it stands today.
     *
     * @param by who touched it last; null for who is forgotten
     */
    record AnnouncementView(
            UUID id,
            String title,
            String text,
            @Nullable String link,
            boolean urgent,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable UUID office,
            @Nullable String officeName,
            Announcement.State state,
            boolean simulated,
            @Nullable String by,
            Instant at,
            int version) {

        static AnnouncementView of(Announcements.Named named, LocalDate today) {
            var one = named.announcement();
            var content = one.content();
            return new AnnouncementView(
                    one.id(),
                    content.title(),
                    content.text(),
                    content.link(),
                    content.urgent(),
                    content.validFrom(),
                    content.validTo(),
                    content.office(),
                    named.office(),
                    one.state(today),
                    one.simulated(),
                    named.by(),
                    one.changedAt(),
                    one.version());
        }
    }

    private final Announcements announcements;

    AnnouncementController(Announcements announcements) {
        this.announcements = announcements;
    }

    /** All that were ever written, the newest first: planned, current, past, withdrawn. */
    @Requires(AnnouncementPermissions.WRITE)
    @GetMapping
    Mono<Page<AnnouncementView>> list(
            @RequestParam(required = false) Announcement.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return today().flatMap(today -> announcements
                .list(after, state, today, Page.limit(limit))
                .map(page -> new Page<>(
                        page.items().stream()
                                .map(one -> AnnouncementView.of(one, today))
                                .toList(),
                        page.next())));
    }

    /** Publishes an announcement: everybody reads it from its first to its last day. */
    @Requires(AnnouncementPermissions.WRITE)
    @PostMapping
    Mono<ResponseEntity<AnnouncementView>> publish(
            @Valid @RequestBody WriteAnnouncement request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return announcements.publish(request.content(), key).zipWith(today()).map(found -> {
            var view = AnnouncementView.of(found.getT1(), found.getT2());
            return ResponseEntity.created(URI.create("/api/v1/announcements/" + view.id()))
                    .eTag(Versions.etag(view.version()))
                    .body(view);
        });
    }

    /** One announcement, with the version that changing it asks for. */
    @Requires(AnnouncementPermissions.WRITE)
    @GetMapping("/{announcement}")
    Mono<ResponseEntity<AnnouncementView>> get(@PathVariable UUID announcement) {
        return tagged(announcements.get(announcement));
    }

    /** Says something else from now on, or for other days. */
    @Requires(AnnouncementPermissions.WRITE)
    @PutMapping("/{announcement}")
    Mono<ResponseEntity<AnnouncementView>> change(
            @PathVariable UUID announcement,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WriteAnnouncement request) {
        return tagged(announcements.change(announcement, Versions.seen(ifMatch), request.content()));
    }

    /** Takes it back for good: nobody outside reads it any more, and it stays in the list. */
    @Requires(AnnouncementPermissions.WRITE)
    @PostMapping("/{announcement}/withdrawal")
    Mono<ResponseEntity<AnnouncementView>> withdraw(
            @PathVariable UUID announcement,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(announcements.withdraw(announcement, Versions.seen(ifMatch)));
    }

    private static Mono<ResponseEntity<AnnouncementView>> tagged(Mono<Announcements.Named> announcement) {
        return announcement
                .zipWith(today())
                .map(found -> ResponseEntity.ok()
                        .eTag(Versions.etag(found.getT1().announcement().version()))
                        .body(AnnouncementView.of(found.getT1(), found.getT2())));
    }

    private static Mono<LocalDate> today() {
        return Actor.current().map(actor -> actor.tenantOrFail().today());
    }
}
