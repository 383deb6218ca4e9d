package id.satuatap.gateway.header;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.TrafficClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The content security policy for answers that bring none of their own. Vaadin's page does: it alone needs more than our files. */
@Component
class ContentSecurityPolicies {

    private static final String API = "default-src 'none'; frame-ancestors 'none'";
    // no form-action: browsers apply it to the redirect after sign-in too, which leads to any tenant's host
    private static final String IDENTITY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    private final String issuer;

    ContentSecurityPolicies(Addresses addresses) {
        this.issuer = addresses.origin(addresses.issuerHost());
    }

    String of(RequestContext context) {
        @Nullable TrafficClass traffic = context.trafficClassIfKnown().orElse(null);
        return switch (traffic) {
            case API, UPLOAD, EVENTS -> API;
            case ADMIN, ADMIN_STREAM, PAGES, PAGES_STREAM -> pages();
            case IDENTITY -> IDENTITY;
            case null -> IDENTITY;
        };
    }

    private String pages() {
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self' %s; frame-ancestors 'none'"
                .formatted(issuer);
    }
}
