package id.satuatap.gateway.header;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.Door;
import id.satuatap.gateway.edge.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The content security policy for answers that bring none of their own.
 *
 * <p>Vaadin up to 25.3 starts its client from an inline script, builds functions from text and writes style attributes; a strict policy comes with 25.4. Until then its
 * pages are the stated exception, and only they.
 *
 * @see "Decision 0011"
 */
@Component
class ContentPolicies {

    private static final String API = "default-src 'none'; frame-ancestors 'none'";
    // no form-action: browsers apply it to the redirect after sign-in too, which leads to any tenant's host
    private static final String IDENTITY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
    private final Addresses addresses;
    private final String issuer;

    ContentPolicies(Addresses addresses) {
        this.addresses = addresses;
        this.issuer = addresses.origin(addresses.issuerHost());
    }

    String of(Visit visit) {
        @Nullable Door door = visit.doorIfKnown().orElse(null);
        return switch (door) {
            case API, UPLOAD, EVENTS -> API;
            case ADMIN, ADMIN_STREAM -> vaadin(addresses.webSocketOrigin(visit.host()));
            case IDENTITY -> IDENTITY;
            case PAGES, PAGES_STREAM -> pages();
            case null -> IDENTITY;
        };
    }

    private String pages() {
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self' %s; frame-ancestors 'none'"
                .formatted(issuer);
    }

    private String vaadin(String webSocketOrigin) {
        return ("default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                        + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                        + " connect-src 'self' %s; object-src 'none'; base-uri 'self'; form-action 'self' %s; frame-ancestors 'none'")
                .formatted(webSocketOrigin, issuer);
    }
}
