package id.satuatap.citizen.tenant;

import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Metrics say which tenant was served: only names that exist, so that nobody can make labels up. */
@Component
class TenantObservation extends DefaultServerRequestObservationConvention {

    private final Tenants tenants;

    TenantObservation(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        var tenant = tenants.known(request == null ? null : request.getHeader("X-Satu-Tenant"));
        return super.getLowCardinalityKeyValues(context).and("tenant", tenant == null ? "none" : tenant.slug());
    }
}
