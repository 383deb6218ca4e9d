package id.satuatap.identity.client;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What identity needs to know of a tenant: where its people may be sent back to, and how its name and colour look on
 * the sign-in page.
 */
public record Tenant(String slug, String name, boolean active, String accent, List<String> hosts) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final String OUR_ACCENT = "#0b5c8a";

    /** A tenant's own text ends up in headers and stylesheets, so what does not look right is left out. */
    public Tenant {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("Not a slug: " + slug);
        }
        hosts = hosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> HOST.matcher(host).matches())
                .toList();
        accent = COLOUR.matcher(accent.toLowerCase(Locale.ROOT)).matches()
                ? accent.toLowerCase(Locale.ROOT)
                : OUR_ACCENT;
    }

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** Black or white, whichever is easier to read on the accent (WCAG relative luminance). */
    public String onAccent() {
        var luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        return luminance > 0.179 ? "#101619" : "#ffffff";
    }

    private double channel(int place) {
        var value = Integer.parseInt(accent.substring(place, place + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
