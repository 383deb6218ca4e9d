package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.session.SessionFixture;
import id.satuatap.admin.shared.Texts;
import id.satuatap.servlet.page.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DraftsTest {

    @Test
    void unsaved_words_live_in_the_tab_and_not_in_the_browser() throws IOException {
        var script = new ClassPathResource("META-INF/resources/admin.js").getContentAsString(StandardCharsets.UTF_8);

        assertThat(script).contains("sessionStorage.setItem(").doesNotContain("localStorage.setItem(");
    }

    @Test
    void they_belong_to_one_person_at_one_tenant() {
        assertThat(owner(new Drafts(SessionFixture.assessorOf("lebong")))).isEqualTo("assessor.lebong.");
        assertThat(owner(new Drafts(SessionFixture.assessorOf("seluma")))).isEqualTo("assessor.seluma.");
        assertThat(owner(new Drafts(null))).isEmpty();
    }

    @Test
    void the_offer_says_where_they_are_and_when_they_go() {
        var texts = new Texts();

        assertThat(texts.getTranslation("draft.offer", Languages.INDONESIAN, "1 Des 2026"))
                .contains("Di tab ini", "1 Des 2026", "keluar")
                .doesNotContain("peramban");
        assertThat(texts.getTranslation("draft.offer", Locale.ENGLISH, "1 Dec 2026"))
                .contains("This tab", "1 Dec 2026", "sign out")
                .doesNotContain("browser");
    }

    private static String owner(Drafts drafts) {
        return drafts.getElement().getAttribute("owner");
    }
}
