package id.satuatap.admin.audit;

import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trail as rows of a spreadsheet: in the reader's words, and beside them what the trail itself says, so that lines can be told from each other exactly. */
record AuditSheet(AuditWords words, ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    List<String> head() {
        return Stream.of(
                        "position",
                        "at",
                        "kind",
                        "done",
                        "who",
                        "email",
                        "roles",
                        "object",
                        "detail",
                        "code",
                        "operation",
                        "data")
                .map(column -> words.say("audit.csv." + column, Zones.name(zone, Instant.now())))
                .toList();
    }

    /** The day on which it is fetched, where the trail is of. */
    LocalDate today() {
        return LocalDate.now(zone);
    }

    List<String> row(Entry entry) {
        var person = entry.person();
        var object = entry.object();
        return List.of(
                String.valueOf(entry.position()),
                MOMENT.format(entry.at().atZone(zone)),
                words.say("audit.csv." + entry.kind()),
                words.done(entry),
                who(entry),
                person == null ? "" : text(person.email()),
                person == null ? "" : words.standing(person),
                words.object(entry),
                words.detail(entry),
                entry.action(),
                entry.refused() && object != null ? text(object.name()) : "",
                new TreeMap<>(entry.facts()).toString().replaceAll("^\\{|}$", ""));
    }

    private String who(Entry entry) {
        if (entry.person() == null) {
            return words.say("audit.system");
        }
        return entry.actor() == null ? words.say("audit.erased") : entry.actor();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
