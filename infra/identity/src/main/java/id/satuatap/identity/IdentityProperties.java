package id.satuatap.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets.
 *
 * @param baseUrl public address of the bare host; its scheme and port are those of every tenant
 * @param issuer public address of identity, and the only host that ever stands in a mail
 * @param coreUrl internal address of platform-core, asked for the live tenants
 * @param mailFolder where mails go as .eml files when no mail server is configured
 * @param keySecret seals the signing keys and signs device cookies; at least 32 characters
 * @param trustedProxies networks whose X-Forwarded-* headers are believed
 */
@ConfigurationProperties("satuatap")
public record IdentityProperties(
        URI baseUrl,
        URI issuer,
        URI coreUrl,
        @Nullable String mailFolder,
        String mailFrom,
        String keySecret,
        Duration keyRotation,
        List<String> trustedProxies) {

    /** The public address of a page of identity, always on the canonical host. */
    public String page(String pathAndQuery) {
        return issuer.toString().replaceAll("/+$", "") + pathAndQuery;
    }

    public boolean isSecure() {
        return "https".equals(issuer.getScheme());
    }

    /** Over https a browser takes the cookie from this host alone, whatever a neighbour under the same domain sets. */
    public String cookie(String name) {
        return isSecure() ? "__Host-" + name : name;
    }
}
