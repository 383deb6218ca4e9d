package id.satuatap.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class FarewellTest {

    private static final String REQUEST = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @RestController
    static class Site {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.build();
        }

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }

    @Test
    void a_kept_connection_is_served_on_and_closed_with_an_answer() throws Exception {
        var site = SpringApplication.run(Site.class, "--server.port=0", "--satuatap.drain.time=2s");
        try (var kept = new Socket(
                "localhost", ((WebServerApplicationContext) site).getWebServer().getPort())) {
            kept.setSoTimeout(10_000);
            assertThat(ask(kept)).endsWith("hello").doesNotContainIgnoringCase("Connection: close");
            var end = Thread.ofVirtual().start(site::close);
            String answer;
            do {
                answer = ask(kept);
                assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello");
            } while (!answer.toLowerCase(Locale.ROOT).contains("connection: close"));
            assertThat(kept.getInputStream().read())
                    .as("the end of the connection")
                    .isEqualTo(-1);
            end.join();
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes(US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\nhello")) {
            var next = socket.getInputStream().read();
            assertThat(next).as("the answer so far: %s", answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }
}
