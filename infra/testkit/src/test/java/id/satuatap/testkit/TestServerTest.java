package id.satuatap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void a_server_may_be_named_by_a_url_with_its_superuser() {
        var server = TestServer.ofUrl("jdbc:postgresql://db.example:6543/postgres?user=admin&password=a%26b");

        assertThat(server).isEqualTo(new TestServer("db.example", 6543, "admin", "a&b"));
    }

    @Test
    void a_url_of_something_else_is_refused_with_an_example() {
        assertThatThrownBy(() -> TestServer.ofUrl("jdbc:mysql://db.example/x"))
                .hasMessageContaining("jdbc:postgresql://localhost:5432/postgres");
    }

    @Test
    void without_a_socket_there_is_no_docker() {
        assertThat(Docker.listens(Path.of("/nowhere/docker.sock"))).isFalse();
    }
}
