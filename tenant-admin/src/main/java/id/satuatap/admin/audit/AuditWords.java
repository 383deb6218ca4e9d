package id.satuatap.admin.audit;

import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of the trail as sentences. What is not known here is told in general: no reader ever sees a code or an id. */
record AuditWords(Texts texts, Locale locale) {

    /** In which order facts are told. Others are not for reading, and are in the export. */
    private static final List<String> FACTS = List.of(
            "year",
            "instrument",
            "indicator",
            "level",
            "evidence",
            "post",
            "office",
            "since",
            "until",
            "state",
            "role",
            "reason",
            "backup",
            "rows",
            "files",
            "by",
            "entries",
            "brokenAt");

    /** What was done, or tried. */
    String done(Entry entry) {
        if (!entry.refused()) {
            return known("action." + entry.action(), "action.other");
        }
        var operation = entry.object() == null ? null : entry.object().name();
        return known("operation." + operationKey(operation), "operation.other");
    }

    /** What it was done to. */
    String object(Entry entry) {
        if (entry.refused()) {
            return entry.facts().entrySet().stream()
                    .filter(fact -> texts.knows("object." + fact.getKey()))
                    .findFirst()
                    .map(fact -> say("object." + fact.getKey(), fact.getValue()))
                    .orElse("–");
        }
        var object = entry.object();
        if (object == null || !texts.knows("object." + object.kind())) {
            return orDash("object.of." + entry.action());
        }
        return object.name() == null
                ? say("object.gone." + object.kind())
                : say("object." + object.kind(), object.name());
    }

    /** What else is known of it; for a refusal, why. */
    String detail(Entry entry) {
        if (entry.refused()) {
            return known("refused." + entry.action(), "refused.other");
        }
        var facts = Stream.concat(FACTS.stream().map(name -> fact(entry, name)), Stream.of(change(entry)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return facts.isEmpty() ? "–" : facts;
    }

    /** The roles of then, or that there were none. */
    String standing(AuditClient.Who person) {
        if (person.machine()) {
            return say("audit.machine");
        }
        return person.member()
                ? person.roles().stream().map(this::value).sorted().collect(Collectors.joining(", "))
                : say("audit.no-member");
    }

    /** {@code PUT /api/v1/members/{id}/role} has its words at {@code put.members.one.role}. */
    static String operationKey(@Nullable String operation) {
        return operation == null
                ? "other"
                : operation
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst(" /api/v1/", ".")
                        .replaceAll("\\{[^}]*}", "one")
                        .replace('/', '.');
    }

    private @Nullable String fact(Entry entry, String name) {
        var value = entry.facts().get(name);
        return value == null || value.isEmpty() || value.equals("null") ? null : say("fact." + name, value(value));
    }

    private @Nullable String change(Entry entry) {
        var from = entry.facts().get("from");
        var to = entry.facts().get("to");
        return from == null || to == null ? null : say("fact.from-to", value(from), value(to));
    }

    /** A role, a state and an instrument have names; a level is a figure; all else is said as it is. */
    private String value(String value) {
        return Stream.of("role.", "state.", "instrument.")
                .map(kind -> kind + value)
                .filter(texts::knows)
                .findFirst()
                .map(this::say)
                .orElseGet(() -> value.matches("[0-9]\\.[0-9]+") && !isEnglish() ? value.replace('.', ',') : value);
    }

    private boolean isEnglish() {
        return "en".equals(locale.getLanguage());
    }

    private String known(String key, String otherwise) {
        return say(texts.knows(key) ? key : otherwise);
    }

    private String orDash(String key) {
        return texts.knows(key) ? say(key) : "–";
    }

    /** A sentence of the feature. */
    String say(String key, Object... parameters) {
        return texts.getTranslation(key, locale, parameters);
    }
}
