package id.satuatap.citizen.tenant;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Platform-core's public list of tenants. */
@HttpExchange("/api/v1/tenants")
interface TenantClient {

    record Listing(List<Tenant> items) {}

    @GetExchange
    Listing list();
}
