package id.satuatap.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void no_port_is_given_twice() {
        var given = Collections.nCopies(2_000, "").stream()
                .parallel()
                .map(any -> FreePorts.next())
                .toList();

        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void two_copies_get_ports_of_their_own() {
        assertThat(FreePorts.base()).isNotEqualTo(FreePorts.base());
    }
}
