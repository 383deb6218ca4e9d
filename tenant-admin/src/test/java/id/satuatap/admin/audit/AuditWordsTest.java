package id.satuatap.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.CoreSources;
import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.audit.AuditClient.What;
import id.satuatap.admin.audit.AuditClient.Who;
import id.satuatap.admin.shared.Texts;
import id.satuatap.servlet.page.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That both languages have the same keys, TextsTest holds. */
class AuditWordsTest {

    private static final Pattern TYPE_OF_EVENT = Pattern.compile("(?:return|TYPE =) \"([a-z]+\\.[a-z-]+)\";");
    private static final Pattern WRITTEN_AS_SQL =
            Pattern.compile("(?:outbox\\.event|'CHANGE').*?'([a-z]+\\.[a-z-]+)'", Pattern.DOTALL);
    private static final Pattern REFUSAL =
            Pattern.compile("(?m)^((?!fault\\.|http\\.|document\\.note\\.)[a-z-]+\\.[a-z.-]+)=");
    private static final Pattern KIND = Pattern.compile("String kind\\(\\) \\{\\s*return \"([a-z]+)\"");
    private static final Pattern BASE = Pattern.compile("@RequestMapping\\(\"([^\"]*)\"\\)");
    private static final Pattern OPERATION = Pattern.compile(
            "@(Get|Post|Put|Delete|Patch)Mapping(?:\\((?:path = )?(?:([A-Z]+)(?: \\+ )?)?(?:\"([^\"]*)\")?)?");

    private final Texts texts = new Texts();
    private final AuditWords indonesian = new AuditWords(texts, Languages.INDONESIAN);

    @Test
    void every_event_of_core_has_words() {
        var events = CoreSources.texts(path -> path.endsWith(".java"))
                .filter(text -> text.contains("Event"))
                .flatMap(text -> CoreSources.found(TYPE_OF_EVENT, text).stream());
        var written = CoreSources.texts(path -> path.endsWith("TenantRestore.java") || path.endsWith(".sql"))
                .flatMap(text -> CoreSources.found(WRITTEN_AS_SQL, text).stream());
        var all = Stream.concat(events, written).distinct().toList();

        assertThat(all).contains("access.invited", "spbe.assessment-shared", "tenancy.restored", "audit.chained-anew");
        assertThat(all).allMatch(type -> texts.knows("action." + type));
    }

    @Test
    void every_refusal_of_core_has_words() {
        var refusals = CoreSources.texts(path -> path.matches("resources/problems.*\\.properties"))
                .flatMap(text -> CoreSources.found(REFUSAL, text).stream())
                .distinct()
                .toList();

        assertThat(refusals)
                .contains("access.denied", "member.last-administrator")
                .hasSizeGreaterThan(40);
        assertThat(refusals).allMatch(code -> texts.knows("refused." + code));
    }

    @Test
    void every_operation_of_core_has_words() {
        var operations = CoreSources.texts(path -> path.endsWith("Controller.java"))
                .flatMap(AuditWordsTest::operations)
                .distinct()
                .toList();

        assertThat(operations)
                .contains(
                        "PUT /api/v1/members/{membership}/role",
                        "DELETE /api/v1/spbe/assessments/{assessment}/indicators/{no}/evidence/{evidence}")
                .hasSizeGreaterThan(25);
        assertThat(operations).allMatch(operation -> texts.knows("operation." + AuditWords.operationKey(operation)));
    }

    @Test
    void every_kind_of_thing_that_core_names_has_words() {
        var kinds = CoreSources.texts(path -> path.endsWith("Subjects.java"))
                .flatMap(text -> CoreSources.found(KIND, text).stream())
                .toList();

        assertThat(kinds).contains("assessment", "membership", "evidence");
        assertThat(kinds)
                .allMatch(kind -> texts.knows("fact." + kind)
                        || texts.knows("object." + kind) && texts.knows("object.gone." + kind));
    }

    @Test
    void a_refusal_is_told_as_operation_object_and_reason() {
        var refused = entry(
                "REFUSAL",
                "access.denied",
                new What("operation", null, "PUT /api/v1/spbe/assessments/{assessment}/indicators/{no}"),
                Map.of("assessment", "SPBE 2025 (PermenPANRB 59 Tahun 2020)"));

        assertThat(indonesian.done(refused)).isEqualTo("Menyimpan isian indikator");
        assertThat(indonesian.object(refused)).isEqualTo("Penilaian SPBE 2025 (PermenPANRB 59 Tahun 2020)");
        assertThat(indonesian.detail(refused)).isEqualTo("Perannya tidak mengizinkan langkah ini.");
    }

    @Test
    void a_change_names_file_and_indicator_year_and_instrument_and_both_roles() {
        var assessment = new What("assessment", "1", "SPBE 2025");

        assertThat(indonesian.detail(entry(
                        "CHANGE",
                        "spbe.evidence-added",
                        assessment,
                        Map.of("indicator", "3", "evidence", "SK Bupati.pdf"))))
                .isEqualTo("indikator 3, berkas SK Bupati.pdf");
        assertThat(indonesian.detail(entry(
                        "CHANGE",
                        "spbe.assessment-started",
                        assessment,
                        Map.of("year", "2025", "instrument", "permenpanrb-59-2020"))))
                .isEqualTo("tahun 2025, instrumen PermenPANRB 59 Tahun 2020");
        assertThat(indonesian.detail(entry(
                        "CHANGE",
                        "access.role-changed",
                        new What("membership", "1", "Ani"),
                        Map.of("from", "data-entry", "to", "planner"))))
                .isEqualTo("dari Pelaksana entri data menjadi Perencana");
        assertThat(indonesian.detail(entry(
                        "CHANGE",
                        "spbe.answer-saved",
                        assessment,
                        Map.of("indicator", "3", "level", "3.57", "version", "2"))))
                .isEqualTo("indikator 3, level 3,57");
        assertThat(new AuditWords(texts, Locale.ENGLISH)
                        .detail(entry(
                                "CHANGE", "tenancy.state-changed", null, Map.of("from", "ACTIVE", "to", "SUSPENDED"))))
                .isEqualTo("from active to suspended");
    }

    @Test
    void what_is_not_known_shows_neither_code_nor_id() {
        var change = entry("CHANGE", "future.thing-happened", new What("thing", "0190-id", null), Map.of("thing", "x"));
        var refusal = entry("REFUSAL", "future.refused", new What("operation", null, "GET null"), Map.of());

        assertThat(List.of(indonesian.done(change), indonesian.object(change), indonesian.detail(change)))
                .containsExactly("Perubahan lain", "–", "–");
        assertThat(List.of(indonesian.done(refusal), indonesian.object(refusal), indonesian.detail(refusal)))
                .containsExactly("Membuka alamat yang tidak ada", "–", "Ditolak karena alasan lain.");
    }

    @Test
    void who_is_no_member_and_what_is_a_machine_is_said() {
        assertThat(indonesian.standing(new Who("1", "a@contoh.example", false, false, List.of())))
                .isEqualTo("bukan anggota");
        assertThat(indonesian.standing(new Who("1", null, true, true, List.of("data-entry"))))
                .isEqualTo("mesin");
        assertThat(indonesian.standing(new Who("1", null, false, true, List.of("planner", "editor"))))
                .isEqualTo("Perencana, Redaksi");
    }

    private static Stream<String> operations(String controller) {
        var base = String.join("", CoreSources.found(BASE, controller));
        return OPERATION.matcher(controller).results().map(found -> {
            var constant = found.group(2) == null
                    ? ""
                    : CoreSources.found(Pattern.compile(" " + found.group(2) + " = \"([^\"]*)\""), controller)
                            .getFirst();
            var rest = found.group(3) == null || found.group(3).contains("text/") ? "" : found.group(3);
            return found.group(1).toUpperCase(Locale.ROOT) + " " + base + constant + rest;
        });
    }

    private static Entry entry(String kind, String action, @Nullable What object, Map<String, String> detail) {
        return new Entry(1, Instant.EPOCH, kind, action, "Ani", null, object, detail);
    }
}
