package id.satuatap.core.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Asks identity for its keys at most once in a few seconds. The decoder asks anew for each token whose key it does not
 * know, and anybody can make up key ids: without this, a flood of them here would be a flood there.
 */
class KeySets implements ExchangeFilterFunction {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final AtomicReference<@Nullable Mono<String>> known = new AtomicReference<>();

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction identity) {
        return keys(request, identity).map(KeySets::answer);
    }

    /** The one fetch that all share; a failed one is forgotten at once. */
    private Mono<String> keys(ClientRequest request, ExchangeFunction identity) {
        var fetch = known.get();
        if (fetch == null) {
            var made = identity.exchange(request)
                    .flatMap(answer -> answer.statusCode().is2xxSuccessful()
                            ? answer.bodyToMono(String.class)
                            : answer.createException().flatMap(Mono::error))
                    .timeout(FRESH) // all wait for this one: it must not hang
                    .cache(keys -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO);
            fetch = known.compareAndSet(null, made) ? made : known.get();
            return fetch == null ? made : fetch;
        }
        return fetch;
    }

    private static ClientResponse answer(String keys) {
        return ClientResponse.create(HttpStatus.OK)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .body(keys)
                .build();
    }
}
