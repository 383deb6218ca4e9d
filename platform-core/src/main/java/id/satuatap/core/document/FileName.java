package id.satuatap.core.document;

import id.satuatap.core.shared.BadInput;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of files, safe to show and to save, with the ending of what the file is. */
final class FileName {

    private static final int LONGEST = 190;
    private static final int LONGEST_TAIL = 60;
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(png|jpg|webp|gif)$");

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("application/pdf", ".pdf"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/webp", ".webp"),
            Map.entry("image/gif", ".gif"),
            Map.entry(OOXML + "wordprocessingml.document", ".docx"),
            Map.entry(OOXML + "spreadsheetml.sheet", ".xlsx"),
            Map.entry(OOXML + "presentationml.presentation", ".pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
            Map.entry("application/vnd.oasis.opendocument.presentation", ".odp"));

    private FileName() {}

    /** The last part of the name, without what a screen or a shell could take for something else; a long one loses its middle. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .replaceAll("^[.\\s\\p{Z}]+", "")
                .strip();
        if (clean.isEmpty() || clean.indexOf('\uFFFD') >= 0) {
            throw new BadInput("name", "fault.file-name");
        }
        return clean.length() <= LONGEST ? clean : shortened(clean);
    }

    /** Its ending stays, and so does what stands before it: that tells one draft from the next. */
    private static String shortened(String name) {
        var head = LONGEST - LONGEST_TAIL - 1;
        var tail = name.length() - LONGEST_TAIL;
        return name.substring(0, Character.isHighSurrogate(name.charAt(head - 1)) ? head - 1 : head)
                + "…"
                + name.substring(Character.isLowSurrogate(name.charAt(tail)) ? tail + 1 : tail);
    }

    /** The name with the ending of what the file is: a name must not make a reader open it as something else. */
    static String named(String name, String mediaType) {
        var ending = ENDINGS.getOrDefault(mediaType, "");
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(ending) || (ending.equals(".jpg") && (lower.endsWith(".jpeg") || lower.endsWith(".jfif")))) {
            return name;
        }
        return (mediaType.startsWith("image/") ? PICTURE.matcher(name).replaceFirst("") : name) + ending;
    }
}
