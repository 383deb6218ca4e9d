package id.satuatap.citizen.announcement;

import id.satuatap.citizen.page.Language;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a government announces.
 *
 * @param text plain paragraphs, one a line
 * @param link where to read on
 * @param office who says it; the whole government without one
 * @param past whether its last day is over
 * @param simulated whether it is invented, and must say so
 */
public record Announcement(
        UUID id,
        String title,
        String text,
        @Nullable String link,
        boolean urgent,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable String office,
        boolean past,
        boolean simulated) {

    public List<String> paragraphs() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** A reader sees to where a link leads before following it. */
    public @Nullable String linkHost() {
        return link == null ? null : URI.create(link).getHost();
    }

    public String path() {
        return "/pengumuman/" + id;
    }

    public String from(Language language) {
        return date(validFrom, language);
    }

    public String to(Language language) {
        return date(validTo, language);
    }

    private static String date(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }
}
