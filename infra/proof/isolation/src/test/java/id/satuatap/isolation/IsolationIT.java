package id.satuatap.isolation;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The quickest sections that together meet every operation; {@code infra/isolation --short} has all of them. */
@EnabledOnOs(OS.LINUX) // processes are read from /proc
class IsolationIT {

    @Test
    void tenants_are_kept_apart() {
        var sections = Stream.of("listen", "matrix", "plans", "repeats", "objects", "I live", "hammer")
                .flatMap(section -> Stream.of("--only", section));

        Isolation.suite()
                .verify(
                        Isolation.FOLDER,
                        Stream.concat(Stream.of("--short"), sections).toArray(String[]::new));
    }
}
