package id.satuatap.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Kills and cut uploads; {@code infra/faults --short} has all sections. */
@EnabledOnOs(OS.LINUX) // processes are read from /proc
class FaultsIT {

    @Test
    void what_is_acknowledged_is_kept_whatever_strikes() {
        Faults.suite().verify(Faults.FOLDER, "--short", "--only", "kill", "--only", "uploads");
    }
}
