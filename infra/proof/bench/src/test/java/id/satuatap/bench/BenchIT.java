package id.satuatap.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is compared gives the same answers. No timings; {@code infra/bench --short} has all rows. */
@EnabledOnOs(OS.LINUX) // processes are read from /proc
class BenchIT {

    @Test
    void core_and_its_twin_say_the_same() {
        Bench.suite().verify(Bench.FOLDER, "--short", "--only", "twin", "--only", "list", "--only", "score");
    }
}
