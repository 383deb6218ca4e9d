package id.satuatap.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/v1/spbe/assessments, /api/v1/spbe/assessments",
        "/api/v1/spbe/assessments/0198f3c2-7e1a/indicators/12/evidence, /api/v1/spbe/assessments/*/indicators/*/evidence",
        "/api/v1/invitations/q8Zk2v/acceptance, /api/v1/invitations/*/acceptance",
        "/warga/3317012345678901, /warga/*",
        "/warga/budi@contoh.example, /warga/*",
        "/verify/abcdefghijklmnopqrstuvwxyzabcdef, /verify/*"
    })
    void a_path_is_written_without_what_could_point_to_a_person(String path, String written) {
        assertThat(AccessLog.words(path)).isEqualTo(written);
    }
}
