package id.satuatap.core.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/**
 * Refuses to start on a schema that would not keep tenants apart, or on a PostgreSQL with known ways around row level security.
 *
 * @see "Decision 0002"
 */
@Service
class CatalogueGate implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueGate.class);
    private static final int ATTEMPTS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Oldest good minor version of each supported major one; below it, ON CONFLICT leaks past row level security. */
    private static final Map<Integer, Integer> FLOOR = Map.of(16, 16, 17, 12, 18, 7);

    private final CatalogueRepository catalogue;
    private final TransactionalOperator transaction;
    private final DatabaseProperties database;

    CatalogueGate(CatalogueRepository catalogue, TransactionalOperator transaction, DatabaseProperties database) {
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var found = Flux.concat(catalogue.serverVersion().flatMapIterable(this::versionProblems), catalogue.problems())
                .as(transaction::transactional)
                .collectList()
                .doOnError(away -> LOG.warn("the database cannot be asked: {}", away.toString()))
                .retryWhen(Retry.fixedDelay(ATTEMPTS, Duration.ofSeconds(1)).filter(CatalogueGate::isAway))
                .block(PATIENCE); // before any request: there is nobody to keep waiting
        if (found != null && !found.isEmpty()) {
            throw new IllegalStateException(
                    "The database does not keep tenants apart, so platform-core does not start:\n- "
                            + String.join("\n- ", found));
        }
    }

    /** It may be starting, too, as after a power cut: whoever started us would only have to start us again. */
    private static boolean isAway(Throwable error) {
        return error instanceof CannotCreateTransactionException || error instanceof DataAccessResourceFailureException;
    }

    private List<String> versionProblems(int version) {
        int major = version / 10_000;
        int minor = version % 10_000;
        if (major < 16) {
            return List.of("PostgreSQL " + major + " is too old: 16 or newer is needed");
        }
        if (minor >= FLOOR.getOrDefault(major, 0)) {
            return List.of();
        }
        var problem = "PostgreSQL %d.%d has known ways around row level security: %d.%d or newer is needed"
                .formatted(major, minor, major, FLOOR.get(major));
        if (database.evaluation()) {
            LOG.warn("{} (allowed here, for evaluation only)", problem);
            return List.of();
        }
        return List.of(problem);
    }
}
