package id.satuatap.identity.token;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.token.SigningKeyRepository.Row;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys tokens are signed with. They live in the database, so a restart signs nobody out, and all nodes sign with
 * the same one. A new key is made once the newest is older than {@code satuatap.key-rotation}.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final int KEY_BITS = 2048;

    private final SigningKeyRepository repository;
    private final KeyCipher cipher;
    private final TransactionTemplate transaction;
    private final Duration rotation;
    private final Clock clock;
    private volatile KeyRing ring;

    SigningKeys(
            SigningKeyRepository repository,
            KeyCipher cipher,
            TransactionTemplate transaction,
            IdentityProperties properties,
            Clock clock) {
        this.repository = repository;
        this.cipher = cipher;
        this.transaction = transaction;
        this.rotation = properties.keyRotation();
        this.clock = clock;
        this.ring = load();
    }

    /** Every published key: what verifiers see. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(ring.published());
    }

    /** Only the key in force: what tokens are signed with. */
    JWKSource<SecurityContext> signing() {
        return (selector, context) -> selector.select(new JWKSet(ring.signing(clock.instant())));
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void refresh() {
        try {
            ring = load();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Signing keys could not be read again, the known ones stay in use: {}", away.getMessage());
        }
    }

    private KeyRing load() {
        return transaction.execute(status -> {
            repository.lock();
            var now = clock.instant();
            read().spent(now).forEach(repository::delete);
            var kept = read();
            if (kept.needsSuccessor(rotation, now)) {
                repository.insert(make(kept.keys().isEmpty() ? now : now.plus(KeyRing.LEAD)));
            }
            return read();
        });
    }

    private KeyRing read() {
        return new KeyRing(repository.all().stream()
                .map(row -> new KeyRing.Dated(open(row), row.signsFrom()))
                .toList());
    }

    private Row make(Instant signsFrom) {
        try {
            var key = new RSAKeyGenerator(KEY_BITS)
                    .keyID(UuidCreator.getTimeOrderedEpoch().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            LOG.info("A new signing key was made: {} signs from {}", key.getKeyID(), signsFrom);
            var plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            return new Row(key.getKeyID(), cipher.seal(key.getKeyID(), plain), signsFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("RSA belongs to every JDK.", impossible);
        }
    }

    private RSAKey open(Row row) {
        try {
            return RSAKey.parse(new String(cipher.open(row.kid(), row.sealed()), StandardCharsets.UTF_8));
        } catch (ParseException damaged) {
            throw new IllegalStateException("Signing key %s is damaged.".formatted(row.kid()), damaged);
        }
    }
}
