package id.satuatap.citizen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URI;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one goes after signing in comes from the address: whatever it says, it stays at this host. */
class SignInFuzzTest {

    private static final URI HERE = URI.create("https://rembang.example/masuk");

    @ValueSource(strings = {"/pengumuman/1", "//evil.example", "/\\evil.example", "https:", "/a?b#c"})
    @FuzzTest(maxDuration = "2m")
    void nobody_is_sent_to_another_host(@NotNull String wish) {
        LocalPath.of(wish).ifPresent(path -> {
            var there = HERE.resolve(path.address());
            assertThat(there.getScheme()).isEqualTo("https");
            assertThat(there.getRawAuthority()).isEqualTo("rembang.example");
            assertThat(path.address().toString()).startsWith("/").doesNotContain("\\");
            assertThat(path.address().toString().chars()).allMatch(letter -> letter > ' ' && letter < 127);
        });
    }
}
