package id.satuatap.citizen.office;

import id.satuatap.citizen.core.CoreProperties;
import id.satuatap.citizen.core.Remembered;
import id.satuatap.citizen.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The offices of a tenant, as platform-core knows them. */
@Service
class Offices {

    private final Remembered<String, OfficeClient.Listing> remembered;

    Offices(OfficeClient client, CoreProperties properties) {
        this.remembered = Remembered.onlyFresh(client::list, properties.blocks());
    }

    /** Null when platform-core gives no answer. */
    @Nullable
    Register register(Tenant tenant) {
        var listing = remembered.find(tenant.slug());
        return listing == null ? null : Register.of(listing);
    }
}
