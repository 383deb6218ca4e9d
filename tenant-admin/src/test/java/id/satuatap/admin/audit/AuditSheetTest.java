package id.satuatap.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.audit.AuditClient.What;
import id.satuatap.admin.audit.AuditClient.Who;
import id.satuatap.admin.shared.CsvFile;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.page.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSheetTest {

    private static final Entry CHANGE = new Entry(
            7,
            Instant.parse("2026-12-01T02:03:04Z"),
            "CHANGE",
            "access.role-changed",
            "=Ani",
            new Who("1", "ani@contoh.example", false, true, List.of("tenant-admin")),
            new What("membership", "2", "Tono"),
            Map.of("from", "data-entry", "to", "planner"));

    private static final Entry REFUSAL = new Entry(
            8,
            Instant.parse("2026-12-01T02:03:05Z"),
            "REFUSAL",
            "access.denied",
            null,
            null,
            new What("operation", null, "POST /api/v1/members/{membership}/end"),
            Map.of("membership", "Tono (tono@contoh.example)"));

    @Test
    void a_line_is_told_in_words_with_the_codes_beside_them() {
        var sheet = new AuditSheet(new AuditWords(new Texts(), Languages.INDONESIAN), Zones.WESTERN);

        assertThat(CsvFile.line(sheet.head()))
                .isEqualTo("Urutan;Waktu (WIB);Jenis;Yang dilakukan;Pelaku;Alamat e-mail;Peran saat itu;Objek;Rincian;"
                        + "Kode;Operasi yang ditolak;Data asli\r\n");
        assertThat(CsvFile.line(sheet.row(CHANGE)))
                .isEqualTo("7;2026-12-01 09.03.04;Perubahan;Mengganti peran;'=Ani;ani@contoh.example;Admin daerah;"
                        + "Keanggotaan Tono;dari Pelaksana entri data menjadi Perencana;"
                        + "access.role-changed;;from=data-entry, to=planner\r\n");
        assertThat(sheet.row(REFUSAL))
                .containsSubsequence(
                        "Penolakan",
                        "Mengakhiri keanggotaan",
                        "sistem",
                        "Keanggotaan Tono (tono@contoh.example)",
                        "access.denied",
                        "POST /api/v1/members/{membership}/end");
    }

    @Test
    void the_readers_language_decides_about_the_words_and_not_about_the_codes() {
        var sheet = new AuditSheet(new AuditWords(new Texts(), Locale.ENGLISH), ZoneId.of("Asia/Jayapura"));

        assertThat(sheet.head()).startsWith("Position", "Time (WIT)");
        assertThat(sheet.row(CHANGE))
                .contains("Change", "access.role-changed", "2026-12-01 11.03.04")
                .doesNotContain("Perubahan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void the_day_in_the_name_of_the_file_is_the_governments(String zone) {
        var sheet = new AuditSheet(new AuditWords(new Texts(), Languages.INDONESIAN), ZoneId.of(zone));

        assertThat(sheet.today()).isEqualTo(LocalDate.now(ZoneId.of(zone)));
    }
}
