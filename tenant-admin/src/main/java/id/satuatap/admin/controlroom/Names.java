package id.satuatap.admin.controlroom;

import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written on a tile: the name where there is room, letters of it where there are many tiles. */
final class Names {

    private static final int ROOMY = 16;
    private static final int LETTERS = 3;

    private Names() {}

    static String onTile(Regency regency, int tiles) {
        return tiles <= ROOMY ? regency.plainName() : letters(regency.plainName());
    }

    /** "Tulungagung" is TUL, "Rejang Lebong" RL, "Kota Kediri" Kota KED. */
    static String letters(String name) {
        if (name.startsWith("Kota ")) {
            return "Kota " + letters(name.substring("Kota ".length()));
        }
        var words = name.split(" ");
        return words.length > 1
                ? Arrays.stream(words).map(word -> word.substring(0, 1)).collect(Collectors.joining())
                : name.substring(0, Math.min(LETTERS, name.length())).toUpperCase(Locale.ROOT);
    }
}
