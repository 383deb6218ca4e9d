package id.satuatap.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CanaryOracleTest {

    private static final Principal ASSESSOR =
            new Principal("assessor", "1", "", false, Map.of("lebong", Set.of("internal-assessor")));

    private final CanaryOracle oracle = new CanaryOracle();

    @Test
    void one_sees_what_ones_role_lets_one_see_where_one_asks() {
        oracle.scan(ASSESSOR, "lebong", "body", bytes("{\"fact\": \"CNRY-lebong-spbe.answer-7\"}"));

        assertThat(oracle.leaks()).isEmpty();
        assertThat(oracle.allowedCanaries()).isEqualTo(1);
    }

    @Test
    void another_tenants_text_is_a_leak_in_either_case_and_at_either_end() {
        oracle.scan(ASSESSOR, "lebong", "body", bytes("cnry-rembang-spbe.answer-7 and CNRY-rembang-file-8"));

        assertThat(oracle.leaks()).hasSize(2);
    }

    @Test
    void what_the_role_does_not_cover_is_a_leak() {
        oracle.scan(ASSESSOR, "lebong", "body", bytes("CNRY-lebong-access.invitation-1"));

        assertThat(oracle.leaks()).hasSize(1);
    }

    @Test
    void ones_own_text_at_anothers_host_is_a_leak() {
        oracle.scan(ASSESSOR, "rembang", "body", bytes("CNRY-lebong-spbe.answer-7"));

        assertThat(oracle.leaks()).hasSize(1);
    }

    @Test
    void packed_answers_are_read_too() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes("CNRY-rembang-document.document-12"));
        }

        oracle.scan(Principal.NOBODY, "lebong", "body", packed.toByteArray());

        assertThat(oracle.leaks())
                .singleElement()
                .extracting(leak -> leak.canary().table())
                .isEqualTo("document.document");
    }

    @Test
    void offices_are_for_all_at_their_own_host() {
        oracle.scan(Principal.NOBODY, "lebong", "body", bytes("CNRY-lebong-office.office-1"));
        oracle.scan(Principal.NOBODY, null, "body", bytes("CNRY-lebong-office.office-1"));
        oracle.scan(Principal.NOBODY, "rembang", "body", bytes("CNRY-lebong-office.office-1"));

        assertThat(oracle.leaks()).hasSize(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
