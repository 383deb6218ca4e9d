package id.satuatap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What every operation reads: versions, places in a list, languages, texts. Refused as declared, or taken as it was meant. */
class SharedFuzzTest {

    private static final JsonMapper JSON = RequestReading.strict(JsonMapper.shared());

    record Body(
            @Nullable @Multiline String text,
            @Nullable List<String> texts,
            @Nullable Integer number) {}

    @ValueSource(strings = {"\"3\"", " \"007\" ", "\"1234567890\"", "W/\"3\"", "\"\u0663\"", "3"})
    @FuzzTest(maxDuration = "2m")
    void a_version_is_read_or_refused(@NotNull String header) {
        int version;
        try {
            version = Versions.seen(header);
        } catch (BadInput | Precondition refused) {
            return;
        }

        assertThat(version).isBetween(0, 999_999_999);
        assertThat(Versions.seen(Versions.etag(version))).isEqualTo(version);
    }

    @CsvSource({"0, 1", "50, 7", "200, 200", "201, 3"})
    @FuzzTest(maxDuration = "2m")
    void pages_hold_every_row_once(@InRange(min = 0, max = 450) int rows, int asked) {
        int limit;
        try {
            limit = Page.limit(asked);
        } catch (BadInput refused) {
            return;
        }
        assertThat(limit).isBetween(1, Page.MOST);

        var seen = new ArrayList<Integer>();
        String next = "0";
        while (next != null) {
            var after = Page.after(Long.valueOf(next), 0);
            var read = IntStream.rangeClosed(1, rows)
                    .filter(row -> row > after)
                    .limit(limit + 1L)
                    .boxed()
                    .toList();
            var page = Page.of(read, limit, String::valueOf);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next();
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
    }

    @ValueSource(strings = {"en-GB, id;q=0.5", "*", "en;q=2", ",", ";q=", "id_ID", "en;q=0"})
    @FuzzTest(maxDuration = "2m")
    void any_wish_leads_to_one_of_two_languages(@NotNull String wish) {
        assertThat(Sentences.language(wish)).isIn(Sentences.INDONESIAN, Locale.ENGLISH);
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "{\"text\":\"a\",\"texts\":[\"b\",null],\"number\":3}",
                        "{\"text\":\"\\u0000\"}",
                        "{\"text\":\"\\ud800\"}",
                        "{\"text\":\"a\",\"text\":\"b\"}",
                        "{\"text\":{\"text\":1}}",
                        "[[[[",
                        "null")
                .map(body -> body.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "2m")
    void a_body_holds_clean_text_or_is_refused(byte @NotNull [] body) {
        @Nullable Body read;
        try {
            read = JSON.readValue(body, Body.class);
        } catch (JacksonException refused) {
            return;
        }
        if (read == null) {
            return;
        }

        texts(read).forEach(text -> {
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(text).doesNotContain("\u0000", "\u001b", "\b", "\r", "\u200b", "\u202e");
        });
        assertThat(JSON.readValue(JSON.writeValueAsBytes(read), Body.class)).isEqualTo(read);
    }

    private static List<String> texts(Body body) {
        var texts = new ArrayList<String>();
        texts.add(body.text());
        texts.addAll(body.texts() == null ? List.of() : body.texts());
        texts.removeIf(text -> text == null);
        return texts;
    }
}
