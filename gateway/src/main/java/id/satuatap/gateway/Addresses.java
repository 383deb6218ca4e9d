package id.satuatap.gateway;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the platform is from outside and where its parts are inside.
 *
 * <p>What a part hears about scheme and port comes from the base URL, never from the request: nobody outside can make a part write a wrong link.
 *
 * @param coreUrl one address, or those of several instances
 */
@Validated
@ConfigurationProperties("satuatap")
public record Addresses(
        URI baseUrl, URI issuer, @NotEmpty List<URI> coreUrl, URI adminUrl, URI citizenUrl, URI identityUrl) {

    public HostName bareHost() {
        return new HostName(baseUrl.getHost());
    }

    public HostName issuerHost() {
        return new HostName(issuer.getHost());
    }

    public String scheme() {
        return baseUrl.getScheme();
    }

    public boolean secure() {
        return "https".equals(scheme());
    }

    public int port() {
        if (baseUrl.getPort() != -1) {
            return baseUrl.getPort();
        }
        return secure() ? 443 : 80;
    }

    /** The host with the public port, the port left out where it is the scheme's own. */
    public String authority(HostName host) {
        return baseUrl.getPort() == -1 ? host.value() : host.value() + ":" + baseUrl.getPort();
    }

    public String origin(HostName host) {
        return scheme() + "://" + authority(host);
    }

    public String webSocketOrigin(HostName host) {
        return (secure() ? "wss://" : "ws://") + authority(host);
    }

    @AssertTrue(message = "base-url and issuer must be http or https addresses of two different hosts, without a path")
    boolean isReachable() {
        return plain(baseUrl) && plain(issuer) && !baseUrl.getHost().equalsIgnoreCase(issuer.getHost());
    }

    private static boolean plain(URI address) {
        var path = address.getPath();
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && (path.isEmpty() || "/".equals(path));
    }
}
