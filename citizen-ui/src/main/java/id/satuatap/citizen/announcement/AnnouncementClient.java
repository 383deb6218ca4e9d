package id.satuatap.citizen.announcement;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What platform-core makes public of a tenant's announcements. */
@HttpExchange("/api/v1/tenants/{slug}/announcements")
interface AnnouncementClient {

    record Listing(List<Announcement> items) {}

    /** Those of today: urgent ones first, then the newest. */
    @GetExchange
    Listing list(@PathVariable String slug);

    @GetExchange("/{id}")
    Announcement get(@PathVariable String slug, @PathVariable UUID id);
}
