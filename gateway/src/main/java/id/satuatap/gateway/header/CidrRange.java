package id.satuatap.gateway.header;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A range of addresses, written {@code 10.0.0.0/8} or as one address. */
record CidrRange(IpSubnetFilterRule rule) {

    public static CidrRange of(String text) {
        var slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash == -1 ? text : text.substring(0, slash));
        var bits = slash == -1 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
        return new CidrRange(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
    }

    boolean contains(InetAddress address) {
        return rule.matches(new InetSocketAddress(address, 0));
    }
}
