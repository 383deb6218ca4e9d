package id.satuatap.admin.controlroom;

import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written on a tile: the name where there is room, letters of it where there are many tiles. */
final class Names {

    private static final int ROOMY = 16;
    private static final int FEWEST_LETTERS = 3;
    private static final int MOST_LETTERS = 5;
    private static final String CITY = "Kota ";

    private final List<String> all;

    Names(List<Regency> regencies) {
        this.all = regencies.stream().map(Regency::plainName).toList();
    }

    String onTile(Regency regency) {
        return all.size() <= ROOMY ? regency.plainName() : letters(regency.plainName());
    }

    /** "Tulungagung" is TUL, "Rejang Lebong" RL, "Kota Kediri" Kota KED; as many letters as tell it from its like. */
    String letters(String name) {
        if (name.startsWith(CITY)) {
            return CITY + prefix(name.substring(CITY.length()), true);
        }
        var words = name.split(" ");
        return words.length > 1
                ? Arrays.stream(words).map(word -> word.substring(0, 1)).collect(Collectors.joining())
                : prefix(name, false);
    }

    private String prefix(String name, boolean isCity) {
        var letters = FEWEST_LETTERS;
        while (letters < MOST_LETTERS && letters < name.length() && isShared(name.substring(0, letters), isCity)) {
            letters++;
        }
        return name.substring(0, Math.min(letters, name.length())).toUpperCase(Locale.ROOT);
    }

    private boolean isShared(String prefix, boolean isCity) {
        return all.stream()
                        .filter(other -> other.startsWith(CITY) == isCity)
                        .map(other -> isCity ? other.substring(CITY.length()) : other)
                        .filter(other -> other.startsWith(prefix))
                        .count()
                > 1;
    }
}
