package id.satuatap.citizen.announcement;

import id.satuatap.citizen.core.CoreAway;
import id.satuatap.citizen.core.CoreProperties;
import id.satuatap.citizen.core.Remembered;
import id.satuatap.citizen.page.PageCaching;
import id.satuatap.citizen.tenant.Tenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * The announcements of a tenant, as platform-core knows them. Lists are used again for {@link CoreProperties#blocks()}, at most twice as
 * long while another visitor asks anew, and a browser keeps a page for {@link PageCaching a minute}: what was withdrawn is gone from all
 * pages after a minute and a half. A phone without a connection shows the page it saw last.
 */
@Service
class Announcements {

    private final AnnouncementClient client;
    private final Remembered<String, List<Announcement>> remembered;

    Announcements(AnnouncementClient client, CoreProperties properties) {
        this.client = client;
        this.remembered = Remembered.onlyFresh(slug -> client.list(slug).items(), properties.blocks());
    }

    /** Those of today; null when platform-core gives no answer. */
    @Nullable
    List<Announcement> shown(Tenant tenant) {
        return remembered.find(tenant.slug());
    }

    /** Also one whose last day is over. Not remembered: nobody can fill the memory with addresses made up. */
    Announcement get(Tenant tenant, UUID id) {
        try {
            return client.get(tenant.slug(), id);
        } catch (HttpClientErrorException.NotFound unknown) {
            throw new NoSuchAnnouncement();
        } catch (RestClientException away) {
            throw new CoreAway(away);
        }
    }
}
