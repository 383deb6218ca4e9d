package id.satuatap.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.satuatap.core.setup.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Mail to a real SMTP server; when it is away, the invitation is kept and its mail comes later. */
class MailerIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void an_invitation_is_mailed_again_until_the_server_is_there() throws Exception {
        var setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        try (var application = application(setup.getPort())) {
            var invited = "wati@contoh.example";
            invite(application, invited);
            assertThat(attempts()).isPositive(); // refused: nobody listens there yet

            var server = new GreenMail(setup);
            server.start();
            try {
                assertThat(server.waitForIncomingEmail(90_000, 1)).isTrue();
                var mail = server.getReceivedMessages()[0];
                assertThat(mail.getAllRecipients()[0]).hasToString(invited);
                assertThat(mail.getSubject()).contains("Kabupaten Bangkalan");
                assertThat(mail.getContent().toString())
                        .contains("http://bangkalan.localhost:8080/admin/undangan/")
                        .contains("walidata");
            } finally {
                server.stop();
            }
        }
    }

    private static ConfigurableApplicationContext application(int smtpPort) throws Exception {
        var database = id.satuatap.testkit.TestDatabase.fresh("mail");
        TestPlatform.prepare(database);
        MailerIT.database = database;
        return TestPlatform.application(
                database,
                PLATFORM.identityUrl(),
                Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", smtpPort));
    }

    private static id.satuatap.testkit.TestDatabase database;

    private static void invite(ConfigurableApplicationContext application, String email) {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .post()
                .uri("/api/v1/invitations")
                .header("X-Satu-Tenant", "bangkalan")
                .header("Authorization", "Bearer " + PLATFORM.token("tenant-admin.bangkalan"))
                .bodyValue(Map.of("email", email, "role", "walidata"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static int attempts() throws Exception {
        var deadline = Instant.now().plusSeconds(40);
        int attempts = 0;
        while (attempts == 0 && Instant.now().isBefore(deadline)) {
            try (var superuser = java.sql.DriverManager.getConnection(
                            database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                    var statement = superuser.createStatement();
                    var rows = statement.executeQuery(
                            "select max(attempts) from outbox.delivery where listener = 'invitation-mail'")) {
                rows.next();
                attempts = rows.getInt(1);
            }
        }
        return attempts;
    }

    private static int freePort() throws Exception {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
