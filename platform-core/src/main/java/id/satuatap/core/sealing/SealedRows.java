package id.satuatap.core.sealing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves values to the newest key, and clear ones under seal: a batch is one transaction, so a crash loses nothing and leaves nothing half. */
@Service
@Transactional
class SealedRows {

    static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SealedRows.class);

    private final SealedRowRepository repository;

    SealedRows(SealedRowRepository repository) {
        this.repository = repository;
    }

    /** The id of the last one looked at; empty when none is left behind the one given. */
    Mono<UUID> moveBatch(SealedColumn column, Ring ring, UUID after) {
        return repository
                .waiting(column, ring.older(), after, BATCH)
                .collectList()
                .flatMapIterable(rows -> rows)
                .concatMap(row -> move(column, ring, row).thenReturn(row.id()))
                .takeLast(1)
                .next();
    }

    private Mono<Void> move(SealedColumn column, Ring ring, SealedRowRepository.Row row) {
        var text = text(column, ring, row);
        return text == null
                ? Mono.empty()
                : repository.replace(
                        column, row.id(), ring.seal(column.place(), text), ring.fingerprint(column.place(), text));
    }

    /** One that does not open stays as it is, so that the others go on; its key then never retires, which is seen. */
    private static @Nullable String text(SealedColumn column, Ring ring, SealedRowRepository.Row row) {
        var closed = row.sealed();
        if (closed == null) {
            return row.clear();
        }
        try {
            return ring.open(column.place(), closed);
        } catch (DoesNotOpen broken) {
            LOG.error("{} of {} does not open and stays", column.place(), row.id());
            return null;
        }
    }
}
