package id.satuatap.citizen.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What someone typed into a search box: every word of it must occur, in any case and order; what came along unseen counts for nothing. */
public record Search(String text) {

    private static final int LONGEST = 100;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public static Search of(@Nullable String typed) {
        var seen = typed == null ? "" : UNSEEN.matcher(typed).replaceAll("");
        var text = BLANKS.matcher(seen).replaceAll(" ").strip();
        return new Search(text.substring(0, Math.min(text.length(), LONGEST)).strip());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean finds(String... texts) {
        var whole = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return words().stream().allMatch(whole::contains);
    }

    private List<String> words() {
        return List.of(text.toLowerCase(Locale.ROOT).split(" ", -1));
    }
}
