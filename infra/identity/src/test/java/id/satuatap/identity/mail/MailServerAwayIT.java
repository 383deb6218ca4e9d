package id.satuatap.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.satuatap.identity.Browser;
import id.satuatap.identity.RunningIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailServerAwayIT {

    @Test
    void a_mail_waits_for_the_mail_server_and_then_arrives_with_a_link_that_works() throws Exception {
        var port = freePort();
        try (var identity = RunningIdentity.with(
                Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", Integer.toString(port)))) {
            var asked = identity.browser()
                    .header("Accept-Language", "en")
                    .submit("/register", "/register", Map.of("name", "Siti", "email", "siti@warga.example"));
            assertThat(Browser.location(asked)).isEqualTo("/register/sent");
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> attempts(identity) >= 1 && state(identity).equals("WAITING"));

            var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            try {
                assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
                var mail = server.getReceivedMessages()[0];
                assertThat(mail.getSubject()).isEqualTo("Finish your registration at Satu Atap");
                assertThat(mail.getContent().toString()).contains(RunningIdentity.ISSUER + "/register/confirm?code=");
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> state(identity).equals("SENT"));
                assertThat(server.getReceivedMessages()).hasSize(1);
            } finally {
                server.stop();
            }
        }
    }

    private static int attempts(RunningIdentity identity) {
        return identity.sql()
                .sql("select attempts from mail_outbox")
                .query(Integer.class)
                .single();
    }

    private static String state(RunningIdentity identity) {
        return identity.sql()
                .sql("select state from mail_outbox")
                .query(String.class)
                .single();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
