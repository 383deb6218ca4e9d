package id.satuatap.citizen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/pengumuman/1", "/kantor?q=dinas%20sosial", "/en/spbe#2024", "/a//b", "/?x=https://a"})
    void a_path_of_this_host_is_gone_back_to(String wish) {
        assertThat(LocalPath.of(wish).map(path -> path.address().toString())).contains(wish);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "https:evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "?x",
                "/a b",
                "/a\r\nSet-Cookie:x",
                "/%zz"
            })
    void anything_else_is_not(String wish) {
        assertThat(LocalPath.of(wish)).isEmpty();
    }
}
