package id.satuatap.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** Every path has one traffic; the wide ones (large bodies, open streams) only where they belong. */
class TrafficClassFuzzTest {

    @CsvSource({
        "api/v1/spbe/assessments/a/indicators/1/evidence, ''",
        "api/v1/events, ''",
        "admin/VAADIN/push, v-r=push",
        "VAADIN/dynamic/x, 'a=b&v-r=push&c'"
    })
    @FuzzTest(maxDuration = "2m")
    void a_path_has_one_door(@NotNull String tail, @NotNull String query) {
        var path = "/" + tail;
        URI address;
        try {
            address = new URI("http", "a.example", path, query, null);
        } catch (URISyntaxException noAddress) {
            return;
        }
        var request = MockServerHttpRequest.method(HttpMethod.POST, address).build();

        var traffic = TrafficClass.of(new VirtualHost.Bare(), request, path);

        assertThat(traffic.api()).isEqualTo(path.startsWith("/api/"));
        assertThat(traffic.part() == Part.ADMIN).isEqualTo(path.equals("/admin") || path.startsWith("/admin/"));
        assertThat(traffic == TrafficClass.UPLOAD).isEqualTo(traffic.api() && isEvidence(path.split("/", -1)));
        assertThat(TrafficClass.of(new VirtualHost.Identity(), request, path)).isEqualTo(TrafficClass.IDENTITY);
    }

    private static boolean isEvidence(String... segments) {
        return segments.length == 9
                && segments[2].equals("v1")
                && segments[3].equals("spbe")
                && segments[4].equals("assessments")
                && !segments[5].isEmpty()
                && segments[6].equals("indicators")
                && !segments[7].isEmpty()
                && segments[8].equals("evidence");
    }
}
