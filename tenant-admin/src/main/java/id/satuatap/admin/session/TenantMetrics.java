package id.satuatap.admin.session;

import id.satuatap.servlet.session.TenantBinding;
import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Counts and times requests by tenant, never by person. */
@Component
class TenantMetrics extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        var tenant = request == null ? null : TenantBinding.tenantOf(request);
        return super.getLowCardinalityKeyValues(context).and("tenant", tenant == null ? "none" : tenant);
    }
}
