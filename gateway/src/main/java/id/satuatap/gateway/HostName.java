package id.satuatap.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host as it stands in a {@code Host} header, in lower case and without port. One that exists is well-formed; a trailing dot is not. */
public record HostName(String value) {

    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");

    public HostName {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST
                || !(NAME.matcher(value).matches() || IPV6.matcher(value).matches())) {
            throw new IllegalArgumentException("Not a host name");
        }
    }

    /** Reads {@code name} or {@code name:port}; anything else is an {@link IllegalArgumentException}. */
    public static HostName ofAuthority(String authority) {
        if (authority.length() > LONGEST + 6) {
            throw new IllegalArgumentException("Not an authority");
        }
        var colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
        if (colon == -1) {
            return new HostName(authority);
        }
        if (!PORT.matcher(authority.substring(colon)).matches()) {
            throw new IllegalArgumentException("Not a port");
        }
        return new HostName(authority.substring(0, colon));
    }

    @Override
    public String toString() {
        return value;
    }
}
