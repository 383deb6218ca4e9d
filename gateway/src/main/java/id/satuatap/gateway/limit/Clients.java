package id.satuatap.gateway.limit;

import id.satuatap.gateway.edge.RequestContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who counts as one client. */
final class Clients {

    private static final int NETWORK_BYTES = 8;

    private Clients() {}

    /** An IPv6 subscriber owns at least a /64 and could use a new address for every request; so the network is the client. */
    static String of(RequestContext context) {
        InetAddress address = context.client();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
