package id.satuatap.admin.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which lines are looked at. It is in the page's address; what can't be read there is as if it weren't. */
record AuditFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String person,
        @Nullable String word,
        @Nullable String kind) {

    static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
    static final List<String> KINDS = List.of("CHANGE", "REFUSAL");

    private static final Map<String, String> IN_ADDRESS =
            Map.of("from", "dari", "to", "sampai", "person", "orang", "word", "kata", "kind", "jenis");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static AuditFilter of(QueryParameters address) {
        var person = read(address, "person");
        var kind = read(address, "kind");
        return new AuditFilter(
                day(read(address, "from")),
                day(read(address, "to")),
                person != null && ID.matcher(person).matches() ? person : null,
                read(address, "word"),
                kind != null && KINDS.contains(kind) ? kind : null);
    }

    /** As core asks for it. */
    Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "person", person);
        put(asked, "word", word);
        put(asked, "kind", kind);
        return asked;
    }

    /** As it stands in the page's address. */
    QueryParameters parameters() {
        var address = new LinkedHashMap<String, String>();
        asked().forEach((name, value) -> address.put(IN_ADDRESS.get(name), value));
        return QueryParameters.simple(address);
    }

    AuditFilter between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AuditFilter(first, last, person, word, kind);
    }

    AuditFilter by(@Nullable String somebody) {
        return new AuditFilter(from, to, somebody, word, kind);
    }

    AuditFilter holding(String text) {
        return new AuditFilter(from, to, person, text.isBlank() ? null : text.strip(), kind);
    }

    AuditFilter ofKind(@Nullable String wanted) {
        return new AuditFilter(from, to, person, word, wanted);
    }

    private static @Nullable String read(QueryParameters address, String name) {
        return address.getSingleParameter(IN_ADDRESS.getOrDefault(name, name))
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static void put(Map<String, String> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }
}
