package id.satuatap.admin.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import id.satuatap.admin.member.MemberClient.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberFilterTest {

    private static final Member ANI = member("Ani", false, null);
    private static final Member ROBOT = member("Pengimpor", true, null);
    private static final Member GONE = member("Budi", false, Instant.EPOCH);

    @Test
    void machines_stand_apart_from_people() {
        var people = new MemberFilter("", false, false);
        var machines = new MemberFilter("", false, true);

        assertThat(people.shows(ANI, "")).isTrue();
        assertThat(people.shows(ROBOT, "")).isFalse();
        assertThat(machines.shows(ROBOT, "")).isTrue();
        assertThat(machines.shows(ANI, "")).isFalse();
    }

    @Test
    void who_left_is_shown_when_asked_for() {
        assertThat(new MemberFilter("", false, false).shows(GONE, "")).isFalse();
        assertThat(new MemberFilter("", true, false).shows(GONE, "")).isTrue();
    }

    @Test
    void a_word_is_found_in_name_address_and_role() {
        assertThat(new MemberFilter(" PETUGAS", false, false).shows(ANI, "Petugas loket"))
                .isTrue();
        assertThat(new MemberFilter("ani@", false, false).shows(ANI, "")).isTrue();
        assertThat(new MemberFilter("budi", false, false).shows(ANI, "Petugas loket"))
                .isFalse();
    }

    @Test
    void the_address_keeps_the_whole_filter() {
        var filter = new MemberFilter("dinas sosial", true, true);

        assertThat(MemberFilter.of(filter.parameters())).isEqualTo(filter);
        assertThat(MemberFilter.of(QueryParameters.empty())).isEqualTo(new MemberFilter("", false, false));
    }

    private static Member member(String name, boolean machine, @Nullable Instant endedAt) {
        return new Member(
                "1", name, name + "@contoh.example", "counter-officer", null, machine, null, null, null, endedAt, 1);
    }
}
