package id.satuatap.admin.session;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other parts are. The issuer is a public address that only browsers resolve; {@code coreUrl} and
 * {@code identityUrl} are the internal ones.
 */
@ConfigurationProperties("satuatap")
public record Addresses(URI baseUrl, URI issuer, URI coreUrl, URI identityUrl, String adminClientSecret) {

    public Addresses {
        if (adminClientSecret.isBlank()) {
            throw new IllegalArgumentException("SATUATAP_ADMIN_CLIENT_SECRET is missing: it is the secret of the"
                    + " OpenID Connect client \"tenant-admin\", as identity knows it.");
        }
    }
}
