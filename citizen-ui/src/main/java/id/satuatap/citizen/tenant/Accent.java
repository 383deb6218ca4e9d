package id.satuatap.citizen.tenant;

import java.awt.Color;
import java.util.Locale;
import java.util.regex.Pattern;

/** A brand colour, and what stays readable on it and beside it (WCAG: at least 4.5 to 1). */
public record Accent(Color colour) {

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double READABLE = 4.5;
    private static final Color LIGHT_PAPER = new Color(0xf2f4f5); // the darker of the two light grounds
    private static final Color DARK_PAPER = new Color(0x1b2328); // the lighter of the two dark grounds

    public static final Accent DEFAULT = new Accent(new Color(0x0b5c8a));

    /** Anything but #rrggbb gives the default: a colour must never carry a style of its own. */
    public static Accent of(String text) {
        return SHAPE.matcher(text).matches() ? new Accent(Color.decode(text)) : DEFAULT;
    }

    public String hex() {
        return hex(colour);
    }

    public String onAccent() {
        return hex(contrast(Color.WHITE, colour) >= READABLE ? Color.WHITE : Color.BLACK);
    }

    public String textOnLight() {
        return hex(readable(Color.BLACK, LIGHT_PAPER));
    }

    public String textOnDark() {
        return hex(readable(Color.WHITE, DARK_PAPER));
    }

    /** The colour, moved towards black or white only as far as needed. */
    private Color readable(Color towards, Color paper) {
        var step = 0.0;
        while (contrast(mix(towards, step), paper) < READABLE && step < 1) {
            step += 0.05;
        }
        return mix(towards, Math.min(step, 1));
    }

    private Color mix(Color other, double share) {
        return new Color(
                part(colour.getRed(), other.getRed(), share),
                part(colour.getGreen(), other.getGreen(), share),
                part(colour.getBlue(), other.getBlue(), share));
    }

    private static int part(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    static double contrast(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
