package id.satuatap.admin.spbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.satuatap.admin.StandInCore;
import id.satuatap.admin.session.SessionFixture;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssessmentClientTest {

    private static final Given GIVEN = new Given(new BigDecimal("3"), "fakta", "analisis");

    private final UserSession assessor = SessionFixture.assessorOf("rejanglebong");
    private StandInCore core;
    private CoreClients clients;
    private AssessmentClient client;

    @BeforeEach
    void start() throws Exception {
        core = new StandInCore();
        clients = SessionFixture.clientsOf(core.url());
        client = clients.client(AssessmentClient.class);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void every_call_carries_token_tenant_language_and_request_id() {
        save("\"0\"");

        var call = core.calls.getFirst();
        assertThat(call.header("authorization")).isEqualTo("Bearer token-of-rejanglebong");
        assertThat(call.header("x-satu-tenant")).isEqualTo("rejanglebong");
        assertThat(call.header("accept-language")).isEqualTo("id");
        assertThat(call.header("x-request-id")).isNotBlank();
    }

    @Test
    void without_a_session_nothing_is_asked() {
        assertThatThrownBy(() -> client.list()).isInstanceOf(SignInNeeded.class);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void a_stale_version_comes_back_with_what_is_kept_now() {
        save("\"0\"");

        var refused = catchThrowableOfType(CoreRefused.class, () -> save("\"0\""));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.sentence()).isEqualTo("Kalimat answer.changed.");
        assertThat(refused.problem().current().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_part_that_is_away_is_told_from_a_refusal() {
        core.refuseWith = 503;
        var away = catchThrowableOfType(CoreAway.class, () -> save("\"0\""));
        assertThat(away.sentence()).isEqualTo("Kalimat test.refused.");

        core.refuseWith = 401;
        assertThatThrownBy(() -> save("\"0\"")).isInstanceOf(SignInNeeded.class);

        core.close();
        assertThatThrownBy(() -> save("\"0\"")).isInstanceOf(CoreAway.class);
    }

    @Test
    void an_upload_passes_through_whole() {
        var size = 3_000_000;

        assessor.during(() -> upload(new ByteArrayInputStream(new byte[size]), size));

        assertThat(core.evidenceSizes).containsExactly((long) size);
        assertThat(core.calls.getFirst().header("content-length")).isEqualTo(String.valueOf(size));
    }

    @Test
    void an_upload_that_breaks_off_is_not_kept_as_if_it_were_whole() {
        var cutOff = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the browser went away");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> assessor.during(() -> upload(cutOff, 3_000_000)));

        assertThat(core.evidenceSizes).isEmpty();
    }

    @Test
    void my_words_are_laid_over_theirs_only_where_i_changed_something() {
        var base = new Given(null, "", "");
        var mine = new Given(null, "", "dari asesor");
        var theirs = new Given(new BigDecimal("2"), "dari entri data", "");

        assertThat(mine.over(theirs, base)).isEqualTo(new Given(new BigDecimal("2"), "dari entri data", "dari asesor"));
    }

    private AssessmentClient.Saved save(String version) {
        return assessor.during(() -> client.save("a", 1, version, GIVEN));
    }

    private Object upload(InputStream content, long size) {
        return EvidenceUpload.pass(clients.streams(), "a", 1, "1.R-Perbup.pdf", content, size);
    }
}
