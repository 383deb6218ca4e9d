package id.satuatap.admin.controlroom;

import static id.satuatap.admin.controlroom.ControlRoomFixture.regency;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void few_tiles_carry_names_and_many_carry_letters() {
        var regency = regency("17.02", "Kabupaten Rejang Lebong", null, null);

        assertThat(Names.onTile(regency, 10)).isEqualTo("Rejang Lebong");
        assertThat(Names.onTile(regency, 38)).isEqualTo("RL");
    }

    @Test
    void a_city_is_told_from_the_regency_of_the_same_name() {
        assertThat(Names.letters("Kediri")).isEqualTo("KED");
        assertThat(Names.letters("Kota Kediri")).isEqualTo("Kota KED");
    }
}
