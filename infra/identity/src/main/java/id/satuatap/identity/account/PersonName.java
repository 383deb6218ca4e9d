package id.satuatap.identity.account;

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

    public static Optional<PersonName> parse(String typed) {
        var name = TypedText.visible(typed);
        return isName(name) ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.codePoints().noneMatch(PersonName::isForbidden)
                && name.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isForbidden(int letter) {
        return Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT // turns text around, or hides
                || FORBIDDEN.indexOf(letter) >= 0;
    }
}
