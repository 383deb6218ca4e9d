package id.satuatap.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SbomTest {

    private final Rules rules = Rules.read();
    private final List<Component> components = components();

    @Test
    void the_list_is_whole() {
        assertThat(components).hasSizeGreaterThan(100);
        assertThat(components)
                .extracting(Component::coordinates)
                .contains(
                        "org.springframework:spring-webflux",
                        "org.springframework.cloud:spring-cloud-gateway-server-webflux",
                        "org.springframework.security:spring-security-oauth2-authorization-server",
                        "com.vaadin:flow-server",
                        "org.postgresql:r2dbc-postgresql");
    }

    @Test
    void every_library_has_a_licence_that_is_allowed() {
        assertThat(rules.withoutAllowedLicence(components)).isEmpty();
    }

    @Test
    void no_library_is_unfinished() {
        assertThat(Rules.unfinished(components)).isEmpty();
    }

    @Test
    void no_library_comes_in_two_versions() {
        assertThat(Rules.twice(components)).isEmpty();
    }

    @Test
    void no_library_is_below_the_version_that_mends_a_known_hole() {
        assertThat(rules.belowFloor(components)).isEmpty();
        assertThat(rules.idleFloors(components)).isEmpty();
    }

    @Test
    void a_known_hole_is_delivered_only_with_a_reason_that_still_holds() {
        rules.waivers()
                .forEach(waiver -> System.out.printf(
                        "waived: %s below %s: %s%n", waiver.coordinates(), waiver.least(), waiver.why()));

        assertThat(rules.idleWaivers(components)).isEmpty();
    }

    private static List<Component> components() {
        var file = root().resolve("target/bom.json");
        assumeThat(file).as("no list was written: this build works offline").exists();
        return StreamSupport.stream(
                        JsonMapper.shared()
                                .readTree(file.toFile())
                                .get("components")
                                .spliterator(),
                        false)
                .map(Component::of)
                .toList();
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/up"))) {
            folder = Objects.requireNonNull(folder.getParent(), "Not inside the repository");
        }
        return folder;
    }
}
