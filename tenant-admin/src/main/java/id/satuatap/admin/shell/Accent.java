package id.satuatap.admin.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tenant's accent colour, and ink or white on it, whichever is easier to read. */
record Accent(String colour) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    static Optional<Accent> of(@Nullable String colour) {
        return colour != null && HEX.matcher(colour).matches() ? Optional.of(new Accent(colour)) : Optional.empty();
    }

    String style() {
        return "--sa-accent:" + colour + ";--sa-on-accent:" + (isLight() ? "#182026" : "#ffffff");
    }

    /** By the relative luminance of WCAG: above it, white text has less contrast than ink. */
    boolean isLight() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > 0.2;
    }

    private double channel(int from) {
        var share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
