package id.satuatap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_its_part_and_the_way_out() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var base = other.getLocalPort() - 1;

            assertThat(Ports.isTaken(other.getLocalPort())).isTrue();
            assertThatThrownBy(() -> Ports.check(base, true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("SATUATAP_PORT=" + (base + 100));
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
