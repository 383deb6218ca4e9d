package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class StartTest {

    @Test
    void before_core_has_named_the_tenants_their_hosts_are_asked_to_come_back() {
        try (var early = new Stage(false)) {
            var answer = early.get("rembang.localhost", "/api/v1/me");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.body()).contains("urn:problem:tenant.unready");
            assertThat(early.get("localhost", "/").status()).isEqualTo(200);
            assertThat(early.get("id.localhost", "/login").status()).isEqualTo(200);
            assertThat(early.management("/actuator/health/readiness").status()).isEqualTo(503);

            early.core.calm();

            Stage.until(() -> early.get("rembang.localhost", "/api/v1/me").status() == 200);
            assertThat(early.management("/actuator/health/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void a_new_tenant_and_a_suspension_are_known_within_seconds() {
        try (var stage = new Stage(true)) {
            stage.core.tenants(Stage.TENANTS
                    .replace(
                            "\"slug\":\"rembang\",\"name\":\"Kabupaten Rembang\",\"kind\":\"REGENCY\",\"state\":\"ACTIVE\"",
                            "\"slug\":\"rembang\",\"state\":\"SUSPENDED\"")
                    .replace("bengkulu.localhost", "baru.localhost"));

            Stage.until(() -> stage.get("baru.localhost", "/api/v1/me").status() == 200);
            assertThat(stage.get("rembang.localhost", "/api/v1/me").status()).isEqualTo(403);
            assertThat(stage.get("bengkulu.localhost", "/api/v1/me").status()).isEqualTo(404);
        }
    }

    @Test
    void with_a_secure_base_url_parts_and_browsers_hear_of_it() throws Exception {
        try (var stage =
                new Stage(true, "--satuatap.base-url=https://localhost", "--satuatap.issuer=https://id.localhost")) {
            var page = stage.get("rembang.localhost", "/");

            assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=31536000");
            var headers = stage.citizen.next().headers();
            assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("https");
            assertThat(headers.get("X-Forwarded-Port")).isEqualTo("443");
            assertThat(headers.get("Host")).isEqualTo("rembang.localhost");
        }
    }

    @Test
    void with_a_certificate_the_gateway_speaks_tls_itself(@TempDir Path folder) throws Exception {
        var store = folder.resolve("tls.p12");
        makeCertificate(store);
        try (var stage = new Stage(
                false,
                "--satuatap.base-url=https://localhost:{port}",
                "--satuatap.issuer=https://id.localhost:{port}",
                "--satuatap.gateway.times.headers=2s",
                "--server.ssl.bundle=gateway",
                "--spring.ssl.bundle.jks.gateway.keystore.location=" + store.toUri(),
                "--spring.ssl.bundle.jks.gateway.keystore.password=changeit")) {
            var trusting = SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();

            var answer = stage.client("localhost")
                    .secure(tls -> tls.sslContext(trusting))
                    .get()
                    .uri("https://127.0.0.1:" + stage.port + "/")
                    .response()
                    .block(Stage.PATIENCE);

            assertThat(answer.status().code()).isEqualTo(200);
            assertThat(answer.responseHeaders().get("Strict-Transport-Security"))
                    .isNotNull();
            assertThat(stage.citizen.next().headers().get("X-Forwarded-Proto")).isEqualTo("https");
            var encrypted = SSLContext.getInstance("TLS");
            encrypted.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
            try (var slow = encrypted.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), stage.port)) {
                slow.getOutputStream().write('G');
                assertThat(Stage.drain(slow, 30_000)).doesNotContain("(still open)");
            }
        }
    }

    private static void makeCertificate(Path store) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit",
                        "-storetype",
                        "PKCS12")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    void settings_that_make_no_sense_stop_the_start() {
        assertThatThrownBy(() -> new Stage(false, "--satuatap.gateway.limits.api.burst=0"))
                .hasStackTraceContaining("burst");
        assertThatThrownBy(() -> new Stage(false, "--satuatap.issuer=http://localhost"))
                .hasStackTraceContaining("two different hosts");
    }

    @Test
    void the_tests_notice_when_somebody_blocks() {
        Stage.shared();
        assertThatThrownBy(() -> Mono.delay(Duration.ofMillis(1), Schedulers.parallel())
                        .doOnNext(tick -> LockSupport.parkNanos(1_000_000))
                        .block(Stage.PATIENCE))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }
}
