package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody asks who did what: the trail is narrowed to one person, and exactly that is taken along as a table. */
@Tag("journey")
class AuditTrailTest {

    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z]+-[a-z]+|[0-9a-f]{8}-[0-9a-f]{4}-|/api/|[{}]");

    private final Stack stack = RunningStack.get();

    @Test
    void the_trail_is_filtered_by_person_and_exported() throws IOException {
        var address = "cari-" + System.nanoTime() + "@contoh.example";
        try (var admin = Administrator.at(stack, "anggota")) {
            admin.invite(address);
            admin.finishInviting();
            var row = awaitRow(admin, "jejak-audit?jenis=CHANGE", address);
            assertThat(row).containsText("Mengundang anggota");
            assertThat(row).containsText("Undangan untuk " + address);
            assertThat(row).containsText("Admin daerah");
            admin.clean();

            row.locator("a").click();
            admin.page().waitForURL(Pattern.compile(".*orang=[0-9a-f-]{36}.*"));
            assertThat(admin.page().locator("#audit-person")).isVisible(Administrator.SOON);
            assertThat(row).isVisible(Administrator.SOON);
            admin.clean();

            var download = admin.page()
                    .waitForDownload(() -> admin.page().locator("#audit-export").click());
            assertThat(download.suggestedFilename()).matches("jejak-audit-lebong-.*\\.csv");
            assertThat(Files.readAllLines(download.path()).stream().skip(1))
                    .isNotEmpty()
                    .anyMatch(line -> line.contains(address))
                    .allMatch(line -> line.contains("Perubahan"));

            admin.page().locator("#audit-person").click();
            assertThat(admin.page().locator("#audit-person")).hasCount(0);
        }
    }

    @Test
    void a_refusal_is_told_in_words_and_no_line_shows_a_code_or_an_id() {
        try (var admin = Administrator.at(stack, "anggota")) {
            admin.invite(Administrator.member(stack));
            var dialog = admin.page().locator("#invite-dialog");
            assertThat(dialog.getByText("sudah punya peran ini")).isVisible(Administrator.SOON);
            admin.clean();

            var row = awaitRow(admin, "jejak-audit?jenis=REFUSAL", "Orang itu sudah punya peran itu.");
            assertThat(row).containsText("Ditolak");
            assertThat(row).containsText("Mengundang anggota");
            admin.page().navigate(stack.address("lebong") + "/admin/jejak-audit");
            assertThat(row).isVisible(Administrator.SOON);
            assertThat(admin.page().locator("#audit td:nth-child(n+3)").allInnerTexts())
                    .noneMatch(text -> CODE.matcher(text).find());
        }
    }

    /** What was done is told to the trail a moment later. */
    private Locator awaitRow(Administrator admin, String path, String words) {
        var row = admin.page()
                .locator("#audit tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
        admin.page().waitForCondition(() -> {
            admin.page().navigate(stack.address("lebong") + "/admin/" + path);
            admin.page().locator("#audit-end").waitFor();
            return row.isVisible();
        });
        return row;
    }
}
