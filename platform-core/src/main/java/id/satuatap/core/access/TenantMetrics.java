package id.satuatap.core.access;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Adds the tenant to the measure of each request; never a person. Only known tenants, so that nobody can make the metrics grow. */
@Component
class TenantMetrics extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return super.getLowCardinalityKeyValues(context).and(KeyValue.of("tenant", tenant(context)));
    }

    private static String tenant(ServerRequestObservationContext context) {
        return context.getAttributes().get(Actor.ATTRIBUTE) instanceof Actor actor && actor.tenant() != null
                ? actor.tenant().slug()
                : "none";
    }
}
