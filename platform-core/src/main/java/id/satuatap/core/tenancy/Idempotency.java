package id.satuatap.core.tenancy;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a thing once, however often it is sent: the same {@code Idempotency-Key} gets the same answer; the same key with another
 * body is refused (422). The key is kept in the transaction of the effect, so a crash between the two is impossible.
 */
@Component
public class Idempotency {

    private final IdempotencyRepository repository;
    private final JsonMapper json;

    Idempotency(IdempotencyRepository repository, JsonMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /**
     * Runs the effect, or answers what it answered the first time. To be called inside a transaction.
     *
     * @param caller whose keys these are: two callers never share one
     * @param key as sent; without one the effect simply runs
     * @param request what was asked, to tell another request under the same key
     */
    public <T> Mono<T> once(String caller, @Nullable String key, Object request, Class<T> type, Mono<T> effect) {
        if (key == null) {
            return effect;
        }
        if (!isKey(key)) {
            return Mono.error(new BadInput("Idempotency-Key", "fault.idempotency-key"));
        }
        var fingerprint = fingerprint(type.getName() + json.writeValueAsString(request));
        return repository
                .claim(caller, key, fingerprint)
                .flatMap(first -> first
                        ? effect.delayUntil(answer -> repository.keep(caller, key, json.writeValueAsString(answer)))
                        : repository.find(caller, key).map(kept -> replay(kept, fingerprint, type)));
    }

    static boolean isKey(String text) {
        return text.matches("[\\x21-\\x7e]{1,100}");
    }

    private <T> T replay(IdempotencyRepository.Kept kept, String fingerprint, Class<T> type) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new RuleBroken("request.key-reused");
        }
        return json.readValue(kept.answer(), type);
    }

    private static String fingerprint(String request) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
