package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Rights;
import id.satuatap.core.access.Standing;
import id.satuatap.core.shared.Audience;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Tenant;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class DocumentsTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final Actor SOMEBODY = new Actor(
            new Account("http://id.localhost", "somebody", null, null, false),
            new Tenant(
                    TENANT,
                    Tenant.Kind.REGENCY,
                    "33.17",
                    "rembang",
                    "Rembang",
                    null,
                    Tenant.State.ACTIVE,
                    true,
                    "#000",
                    List.of("id"),
                    "Asia/Jakarta",
                    List.of()),
            new Standing(UUID.randomUUID(), true, Set.of(), new Rights(Map.of()), Set.of()));

    private static final Purpose PURPOSE =
            new Purpose("spbe", Classification.RESTRICTED, Audience.of("assessment:read"), null);

    @TempDir
    private Path folder;

    @Test
    void what_was_refused_leaves_no_file() throws IOException {
        assertThatThrownBy(() -> receive(new RuleBroken("assessment.closed"))).isInstanceOf(RuleBroken.class);

        assertThat(kept()).isZero();
    }

    @Test
    void a_file_whose_entry_may_have_been_committed_stays() throws IOException {
        var lost = new DataAccessResourceFailureException(
                "commit", new R2dbcNonTransientResourceException("Connection unexpectedly closed"));

        assertThatThrownBy(() -> receive(lost)).isSameAs(lost);

        assertThat(kept()).isOne();
    }

    @Test
    void a_file_whose_entry_the_database_refused_goes() throws IOException {
        var full = new DataAccessResourceFailureException(
                "insert", new R2dbcNonTransientResourceException("no space left", "53100"));

        assertThatThrownBy(() -> receive(full)).isSameAs(full);

        assertThat(kept()).isZero();
    }

    private void receive(RuntimeException afterwards) {
        var nowhere = DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://x:x@127.0.0.1:1/x"));
        var files = IntakeTest.files(folder, Duration.ofMinutes(1));
        new Documents(IntakeTest.intake(files, null), files, new DocumentRegister(new DocumentRepository(nowhere)))
                .receive("bukti.pdf", PURPOSE, IntakeTest.sent(Samples.pdf(1)), document -> Mono.error(afterwards))
                .contextWrite(context -> context.put(Actor.class, SOMEBODY))
                .block();
    }

    private long kept() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
