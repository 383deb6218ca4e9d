package id.satuatap.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Whether a Docker daemon listens. Testcontainers finds out by itself too, but takes seconds and pages of log to say
 * no; most machines of ours have none.
 */
final class Docker {

    private static final int PATIENCE_MILLIS = 500;

    private Docker() {}

    static boolean answers() {
        var host = System.getenv("DOCKER_HOST");
        if (host == null || host.isBlank()) {
            return sockets().anyMatch(Docker::listens);
        }
        var address = URI.create(host);
        return "unix".equals(address.getScheme()) ? listens(Path.of(address.getPath())) : listens(address);
    }

    private static Stream<Path> sockets() {
        var home = Path.of(System.getProperty("user.home"));
        return Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock"));
    }

    static boolean listens(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(URI address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
