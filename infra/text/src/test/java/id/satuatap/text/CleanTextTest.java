package id.satuatap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            vertical tab of a presentation | 000B | break | blank
            page break of a PDF            | 000C | break | blank
            break of an old Macintosh      | 000D | break | blank
            line feed                      | 000A | break | blank
            next line                      | 0085 | break | blank
            line separator                 | 2028 | break | blank
            paragraph separator            | 2029 | break | blank
            tabulator                      | 0009 | stays | blank
            start of text                  | 0002 | goes  | goes
            optional hyphen of Word        | 001F | goes  | goes
            escape                         | 001B | goes  | goes
            delete                         | 007F | goes  | goes
            dash of Windows, misread       | 0096 | blank | blank
            no-break space                 | 00A0 | stays | blank
            narrow no-break space          | 202F | stays | blank
            ideographic space              | 3000 | stays | blank
            empty braille                  | 2800 | stays | blank
            zero width space               | 200B | goes  | goes
            byte order mark                | FEFF | goes  | goes
            soft hyphen                    | 00AD | goes  | goes
            word joiner                    | 2060 | goes  | goes
            right-to-left mark             | 200F | goes  | goes
            left-to-right override         | 202D | goes  | goes
            right-to-left override         | 202E | goes  | goes
            end of an override             | 202C | goes  | goes
            isolate                        | 2066 | goes  | goes
            end of an isolate              | 2069 | goes  | goes
            tag                            | E0041 | goes | goes
            Hangul filler                  | 3164 | goes  | goes
            joiner between Latin letters   | 200D | goes  | goes
            accent                         | 0301 | stays | stays
            bullet of Word, private use    | F0B7 | stays | stays
            end of an Arabic verse         | 06DD | stays | stays
            picture                        | 1F600 | stays | stays
            """)
    void an_unseen_character_becomes_a_break_or_a_blank_or_goes(
            String name, String code, String inManyLines, String inOneLine) {
        var character = Character.toString(Integer.parseInt(code, 16));

        assertThat(CleanText.lines("a" + character + "b")).isEqualTo("a" + result(inManyLines, character) + "b");
        assertThat(CleanText.line("a" + character + "b")).isEqualTo("a" + result(inOneLine, character) + "b");
    }

    private static String result(String word, String character) {
        return switch (word) {
            case "break" -> "\n";
            case "blank" -> " ";
            case "goes" -> "";
            default -> character;
        };
    }

    @Test
    void a_break_of_Windows_is_one_break() {
        assertThat(CleanText.lines("a\r\nb")).isEqualTo("a\nb");
        assertThat(CleanText.line("a\r\nb")).isEqualTo("a b");
    }

    @Test
    void a_text_of_one_line_has_no_blank_around_it_and_one_of_many_lines_keeps_its_own() {
        assertThat(CleanText.line(" \u200b\u00a0siti@contoh.example\u00a0\n")).isEqualTo("siti@contoh.example");
        assertThat(CleanText.lines(" a \n")).isEqualTo(" a \n");
    }

    @Test
    void a_picture_of_several_and_a_Javanese_word_stay_joined() {
        var family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        var javanese = "\ua9a7\ua9c0\u200c\ua9a7";

        assertThat(CleanText.line(family)).isEqualTo(family);
        assertThat(CleanText.lines(javanese)).isEqualTo(javanese);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0000b', NULL, U+0000",
        "'a\ud800b', HALF, U+D800",
        "'a\udc00b', HALF, U+DC00",
        "'a\uffffb', NONE, U+FFFF",
        "'a\ufdd0b', NONE, U+FDD0",
        "'a\ud83f\udffeb', NONE, U+1FFFE"
    })
    void what_can_not_be_kept_is_named_with_its_place(String typed, UnwantedCharacter.Why why, String name) {
        var refused = catchThrowableOfType(UnwantedCharacter.class, () -> CleanText.lines(typed));

        assertThat(refused.why()).isEqualTo(why);
        assertThat(refused.called()).isEqualTo(name);
        assertThat(refused.place()).isEqualTo(2);
    }
}
