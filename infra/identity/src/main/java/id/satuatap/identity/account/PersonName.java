package id.satuatap.identity.account;

import id.satuatap.text.CleanText;
import id.satuatap.text.UnwantedCharacter;
import java.util.Optional;

/** What somebody calls himself: letters of any script and what joins them. No line breaks, no mark-up, no web address. */
public record PersonName(String value) {

    private static final int LONGEST = 100;
    private static final String FORBIDDEN = "<>{}@/\\";

    public PersonName {
        if (!isName(value)) {
            throw new IllegalArgumentException("Not a name");
        }
    }

    /** Empty for what is no name; {@link UnwantedCharacter} for what no text may hold. */
    public static Optional<PersonName> parse(String typed) {
        var name = CleanText.line(typed);
        return isName(name) ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && CleanText.line(name).equals(name)
                && name.codePoints().noneMatch(letter -> FORBIDDEN.indexOf(letter) >= 0)
                && name.codePoints().anyMatch(Character::isLetter);
    }
}
