package id.satuatap.admin.controlroom;

import static id.satuatap.admin.controlroom.ControlRoomFixture.regency;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Regency REJANG_LEBONG = named("Kabupaten Rejang Lebong");

    @Test
    void few_tiles_carry_names_and_many_carry_letters() {
        var many = Stream.concat(
                        Stream.of(REJANG_LEBONG),
                        IntStream.range(0, 37).mapToObj(number -> named("Kabupaten Daerah" + number)))
                .toList();

        assertThat(new Names(List.of(REJANG_LEBONG)).onTile(REJANG_LEBONG)).isEqualTo("Rejang Lebong");
        assertThat(new Names(many).onTile(REJANG_LEBONG)).isEqualTo("RL");
    }

    @Test
    void letters_are_as_many_as_tell_a_regency_from_its_like() {
        var names = new Names(List.of(
                named("Kabupaten Tulungagung"),
                named("Kabupaten Ngawi"),
                named("Kabupaten Nganjuk"),
                named("Kabupaten Wonogiri"),
                named("Kabupaten Wonosobo"),
                named("Kabupaten Kediri"),
                named("Kota Kediri")));

        assertThat(Stream.of("Tulungagung", "Ngawi", "Nganjuk", "Wonogiri", "Wonosobo", "Kediri", "Kota Kediri")
                        .map(names::letters))
                .containsExactly("TUL", "NGAW", "NGAN", "WONOG", "WONOS", "KED", "Kota KED");
    }

    private static Regency named(String name) {
        return regency("17.02", name, null, null);
    }
}
