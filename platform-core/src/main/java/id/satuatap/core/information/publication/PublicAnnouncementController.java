package id.satuatap.core.information.publication;

import id.satuatap.core.access.NamedTenants;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Announcements as everybody reads them: the path names the tenant, so that it works on the bare host, too. */
@RestController
@RequestMapping("/api/v1/tenants/{slug}/announcements")
class PublicAnnouncementController {

    /**
     * An announcement that is public.
     *
     * @param text plain paragraphs, one a line
     * @param office who says it; the whole government without one
     * @param past whether its last day is over
     * @param simulated whether it is invented, and must say so
     */
    record PublicAnnouncement(
            UUID id,
            String title,
            String text,
            @Nullable String link,
            boolean urgent,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable String office,
            boolean past,
            boolean simulated) {

        static PublicAnnouncement of(Announcements.Named named, LocalDate today) {
            var content = named.announcement().content();
            return new PublicAnnouncement(
                    named.announcement().id(),
                    content.title(),
                    content.text(),
                    content.link(),
                    content.urgent(),
                    content.validFrom(),
                    content.validTo(),
                    named.office(),
                    content.validTo().isBefore(today),
                    named.announcement().simulated());
        }
    }

    private final Announcements announcements;
    private final NamedTenants tenants;

    PublicAnnouncementController(Announcements announcements, NamedTenants tenants) {
        this.announcements = announcements;
        this.tenants = tenants;
    }

    /** What a government announces today: urgent ones first, then the newest. */
    @PublicOperation
    @GetMapping
    Mono<Page<PublicAnnouncement>> list(@PathVariable String slug) {
        return tenants.within(slug, tenant -> {
            var today = tenant.today();
            return announcements
                    .shown(today)
                    .map(all -> Page.whole(all.stream()
                            .map(one -> PublicAnnouncement.of(one, today))
                            .toList()));
        });
    }

    /** One announcement, also when its last day is over; 404 before its first day, and once it was withdrawn. */
    @PublicOperation
    @GetMapping("/{announcement}")
    Mono<PublicAnnouncement> get(@PathVariable String slug, @PathVariable UUID announcement) {
        return tenants.within(slug, tenant -> {
            var today = tenant.today();
            return announcements
                    .get(announcement)
                    .filter(one -> isPublic(one.announcement().state(today)))
                    .map(one -> PublicAnnouncement.of(one, today))
                    .switchIfEmpty(Mono.error(() -> new NotFound("announcement.unknown")));
        });
    }

    private static boolean isPublic(Announcement.State state) {
        return switch (state) {
            case CURRENT, PAST -> true;
            case PLANNED, WITHDRAWN -> false;
        };
    }
}
