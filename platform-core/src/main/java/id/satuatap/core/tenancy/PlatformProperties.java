package id.satuatap.core.tenancy;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The addresses that people and other parts know us by.
 *
 * @param baseUrl the bare host: {@code http://localhost:8080}; tenants are below it by slug
 * @param issuer who signs our tokens, by its public address
 * @param identityUrl the same by its internal address
 */
@Validated
@ConfigurationProperties("satuatap")
public record PlatformProperties(
        @NotNull URI baseUrl, @NotNull URI issuer, @NotNull URI identityUrl) {

    /** The host of a tenant: {@code rembang.localhost}. */
    public String hostOf(String slug) {
        return slug + "." + baseUrl.getHost();
    }

    /** The address of a tenant's front door, without a slash at its end. */
    public String originOf(String slug) {
        var port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
        return baseUrl.getScheme() + "://" + hostOf(slug) + port;
    }
}
