package id.satuatap.citizen.page;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find the platform.
 *
 * @param baseUrl of the bare host; tenants share its scheme and port
 */
@ConfigurationProperties("satuatap")
public record PublicAddress(URI baseUrl) {

    public String of(String host) {
        var port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
        return baseUrl.getScheme() + "://" + host + port + "/";
    }
}
