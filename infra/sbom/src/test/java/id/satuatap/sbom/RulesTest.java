package id.satuatap.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private final Rules rules = new Rules(
            Set.of("Apache-2.0"),
            List.of(
                    new Rules.Floor("org.a:*", new Version("7.0.8"), "a hole"),
                    new Rules.Floor("org.b:gone", new Version("1"), "a hole")),
            List.of(new Rules.Floor("org.a:x", new Version("7.0.9"), "harmless here")));

    @Test
    void each_rule_notices_what_it_is_for() {
        var old = component("org.a", "x", "7.0.7", "Apache-2.0");
        var unknown = component("org.b", "y", "1.0-SNAPSHOT", "Secret-1.0");
        var none = new Component("org.b", "z", new Version("1"), List.of());
        var twice = component("org.b", "z", "2", "Apache-2.0");
        var all = List.of(old, unknown, none, twice);

        assertThat(rules.belowFloor(all)).containsExactly("org.a:x:7.0.7 is below 7.0.8: a hole");
        assertThat(rules.withoutAllowedLicence(all)).hasSize(2);
        assertThat(Rules.unfinished(all)).containsExactly("org.b:y:1.0-SNAPSHOT");
        assertThat(Rules.twice(all)).containsExactly("org.b:z [1, 2]");
        assertThat(rules.idleFloors(all)).containsExactly("org.b:gone");
        assertThat(rules.waived(all)).containsExactly("org.a:x:7.0.7 is below 7.0.9: harmless here");
        assertThat(rules.idleWaivers(all)).isEmpty();
        assertThat(rules.idleWaivers(List.of(unknown))).containsExactly("org.a:x");
    }

    @Test
    void what_keeps_to_the_rules_is_let_through() {
        var fine = List.of(component("org.a", "x", "7.0.10", "Apache-2.0"));

        assertThat(rules.belowFloor(fine)).isEmpty();
        assertThat(rules.withoutAllowedLicence(fine)).isEmpty();
        assertThat(Rules.unfinished(fine)).isEmpty();
        assertThat(Rules.twice(fine)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7.0.8, 7.0.10, -1",
        "7.0.8, 7.0.8.Final, 0",
        "7.0.8-RC1, 7.0.8, -1",
        "33.4.0-jre, 33.4.0-android, 0",
        "2026.1, 2025.1.3, 1",
        "1.0, 1, 0"
    })
    void versions_are_compared_by_their_numbers(String one, String other, int order) {
        assertThat(Integer.signum(new Version(one).compareTo(new Version(other))))
                .isEqualTo(order);
    }

    private static Component component(String group, String name, String version, String licence) {
        return new Component(group, name, new Version(version), List.of(licence));
    }
}
