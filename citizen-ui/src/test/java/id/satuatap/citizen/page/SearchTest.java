package id.satuatap.citizen.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dinas kesehatan",
                "\u00a0Dinas\u00a0Kesehatan\u200b",
                "\ufeffkese\u00adhatan\tdinas",
                "dinas\u2003 kesehatan"
            })
    void what_came_along_unseen_does_not_hide_a_find(String typed) {
        assertThat(Search.of(typed).finds("Dinas Kesehatan")).isTrue();
    }
}
