package id.satuatap.identity.account;

import java.net.InetAddress;
import java.util.HexFormat;

/** The network part of an IPv6 address. */
final class Ipv6 {

    private Ipv6() {}

    /** The /64 of an address in letters; what is no IPv6 address is returned as it is. */
    static String prefix64(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address.replaceFirst("%.*$", "")).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : address;
        } catch (IllegalArgumentException other) {
            return address;
        }
    }
}
