package id.satuatap.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.database.TenantId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class AnonymousStreamsTest {

    private static final TenantId REMBANG = new TenantId(UUID.randomUUID());
    private static final TenantId LEBONG = new TenantId(UUID.randomUUID());

    private final AnonymousStreams streams = new AnonymousStreams();

    @Test
    void one_too_many_is_turned_away_until_another_ends_and_other_tenants_have_room() {
        var open = IntStream.range(0, AnonymousStreams.MOST)
                .mapToObj(number -> streams.oneMore(REMBANG, Flux.never()).subscribe())
                .toList();

        StepVerifier.create(streams.oneMore(REMBANG, Flux.just("told")))
                .expectError(ResponseStatusException.class)
                .verify();
        assertThat(streams.oneMore(LEBONG, Flux.just("told")).blockFirst()).isEqualTo("told");

        open.getFirst().dispose();
        assertThat(streams.oneMore(REMBANG, Flux.just("told")).blockFirst()).isEqualTo("told");
        assertThat(streams.oneMore(REMBANG, Flux.just("told")).blockFirst())
                .as("each leaves again")
                .isEqualTo("told");
    }
}
