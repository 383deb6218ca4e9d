package id.satuatap.identity.http;

import java.net.InetAddress;
import java.util.HexFormat;

/** Where a request comes from, as limits count it. */
public final class ClientAddress {

    private ClientAddress() {}

    /** One IPv6 subscriber has a whole /64, so that is one address here; what is no IPv6 address stays as it is. */
    public static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address.replaceFirst("%.*$", "")).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : address;
        } catch (IllegalArgumentException other) {
            return address;
        }
    }
}
