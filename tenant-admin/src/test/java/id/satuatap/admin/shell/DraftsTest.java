package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DraftsTest {

    @Test
    void unsaved_words_live_in_the_tab_and_stay_on_no_desk_after_a_session_ran_out() throws IOException {
        var script = new ClassPathResource("META-INF/resources/admin.js").getContentAsString(StandardCharsets.UTF_8);

        assertThat(script).contains("sessionStorage.setItem(").doesNotContain("localStorage.setItem(");
    }
}
