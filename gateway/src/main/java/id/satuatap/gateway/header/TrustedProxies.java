package id.satuatap.gateway.header;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The load balancers in front of the gateway, as networks ({@code 10.0.0.0/8}, {@code fd00::/8}). Empty unless configured.
 *
 * <p>Only they are asked who the client is, and only that: scheme, host and port always come from the base URL.
 */
@ConfigurationProperties("satuatap.gateway")
record TrustedProxies(@DefaultValue List<CidrRange> trustedProxies) {

    boolean include(InetAddress address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }
}
