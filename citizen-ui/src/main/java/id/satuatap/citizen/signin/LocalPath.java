package id.satuatap.citizen.signin;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path at this very host, also as a browser reads it: nothing that it could take for another host's address. */
record LocalPath(URI address) {

    private static final int LONGEST = 1_000;
    /** A second slash or backslash would begin a host; browsers drop tabs and line ends before they look. */
    private static final Pattern SHAPE = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

    static Optional<LocalPath> of(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST || !SHAPE.matcher(wish).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(wish))
                    .filter(address -> !address.isAbsolute() && address.getRawAuthority() == null)
                    .map(LocalPath::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
