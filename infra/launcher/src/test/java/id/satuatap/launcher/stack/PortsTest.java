package id.satuatap.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.FreePorts;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_its_part_and_the_way_out() throws IOException {
        var base = FreePorts.base();

        try (var other = new ServerSocket(base + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(other.getLocalPort())).isTrue();
            assertThatThrownBy(() -> Ports.check(base, true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port %d (platform-core)".formatted(base + 1))
                    .hasMessageContaining("SATUATAP_PORT=");
        }
    }

    @Test
    void each_port_has_a_name() {
        assertThat(Part.atPort(0)).isEqualTo("gateway");
        assertThat(Part.atPort(1)).isEqualTo("platform-core");
        assertThat(Part.atPort(5)).isEqualTo("postgresql");
        assertThat(Part.atPort(6)).isEqualTo("gateway (health)");
    }
}
