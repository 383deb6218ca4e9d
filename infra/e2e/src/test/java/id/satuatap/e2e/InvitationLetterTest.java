package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import id.satuatap.stack.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An invitation that was written to the wrong person: sent, sent again, and then taken back. */
@Tag("journey")
class InvitationLetterTest {

    private static final String SHAPE = "http://lebong\\.localhost:\\d+/admin/undangan/[\\w-]+";

    private final Stack stack = RunningStack.get();
    private final Mailbox mails = new Mailbox(stack.home());

    @Test
    void an_invitation_is_sent_again_and_withdrawn() {
        var address = "budi-" + System.nanoTime() + "@contoh.example";
        try (var admin = Administrator.at(stack, "anggota")) {
            admin.invite(address);
            admin.finishInviting();
            mails.awaitLink(address, SHAPE);
            var row = admin.page()
                    .locator("#invitations tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(address));
            assertThat(row.getByText("1 kali")).isVisible(Administrator.SOON);

            choose(admin, row, "Kirim lagi surat…");
            assertThat(admin.page().locator("#send-again-dialog")).containsText("14 hari");
            admin.clean();
            admin.page().locator("#send-again-confirm").click();
            assertThat(row.getByText("2 kali")).isVisible(Administrator.SOON);

            choose(admin, row, "Tarik kembali…");
            assertThat(admin.page().locator("#withdraw-dialog")).containsText("tidak dapat dipakai lagi");
            admin.clean();
            admin.page().locator("#withdraw-confirm").click();
            row.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            admin.clean();
        }
    }

    @Test
    void what_a_role_may_do_is_one_step_from_its_choice() {
        try (var admin = Administrator.at(stack, "anggota")) {
            assertThat(admin.page().locator("#invite")).isVisible(Administrator.SOON);
            admin.clean();
            admin.askToInvite();

            var roles = new Administrator(admin.page()
                    .waitForPopup(
                            () -> admin.page().locator("#invite-role-explained").click()));

            assertThat(roles.page().locator("#role-data-entry")).isVisible(Administrator.SOON);
            assertThat(roles.page().locator("#role-data-entry")).containsText("Mengisi indikator");
            assertThat(roles.page().locator("#roles tbody tr")).hasCount(1);
            roles.page().locator("#roles-every").click();
            assertThat(roles.page().locator("#role-archivist")).isVisible(Administrator.SOON);
            assertThat(roles.page().locator("#role-province-coach")).hasCount(0); // Lebong is no province
            roles.clean();
        }
    }

    private static void choose(Administrator admin, Locator row, String words) {
        row.locator("vaadin-menu-bar-button").first().click();
        admin.page()
                .locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText(words))
                .click();
    }
}
