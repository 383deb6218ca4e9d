package id.satuatap.citizen.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What someone typed into a search box: every word of it must occur, in any case and order. */
public record Search(String text) {

    private static final int LONGEST = 100;

    public static Search of(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return new Search(text.substring(0, Math.min(text.length(), LONGEST)));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean finds(String... texts) {
        var whole = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return words().stream().allMatch(whole::contains);
    }

    private List<String> words() {
        return List.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1));
    }
}
