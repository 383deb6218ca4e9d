package id.satuatap.citizen.spbe;

import java.util.List;
import java.util.regex.Pattern;

/** Consecutive years under one regulation. Figures of two eras are not compared. */
public record Era(String regulation, List<Year> years) {

    private static final Pattern NUMBER = Pattern.compile("Nomor (\\d+) Tahun (\\d{4})");

    /** "59/2020" of "Peraturan Menteri PANRB Nomor 59 Tahun 2020 tentang …"; the whole text if it is written otherwise. */
    public String shortName() {
        var number = NUMBER.matcher(regulation);
        return number.find() ? "Permen PANRB " + number.group(1) + "/" + number.group(2) : regulation;
    }

    public List<Year> newestFirst() {
        return years.reversed();
    }
}
