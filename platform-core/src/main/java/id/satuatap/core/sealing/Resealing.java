package id.satuatap.core.sealing;

import id.satuatap.core.tenancy.Rounds;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to it, every minute and tenant by tenant, that each value is sealed with its tenant's newest key. What is left to do stands in the
 * rows themselves, so it goes on after a crash, and what was written under an older key meanwhile is found at the next round. Instances
 * that do it at once pass over each other's rows.
 */
@Component
public class Resealing extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final Duration AFTER_START = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final UUID FIRST = new UUID(0, 0);

    private final TenantKeys keys;
    private final Seals seals;
    private final SealedRows rows;
    private final List<SealedColumn> columns;

    Resealing(TenantKeys keys, Seals seals, SealedRows rows, List<SealedColumn> columns, Tenants tenants) {
        super(tenants, AFTER_START, EVERY);
        this.keys = keys;
        this.seals = seals;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    protected Mono<Void> visit(Tenant tenant) {
        return here();
    }

    /** One pass over the tenant in the context. */
    public Mono<Void> here() {
        return seals.forgetHere()
                .then(seals.ring())
                .flatMap(ring -> Flux.fromIterable(columns)
                        .concatMap(column -> move(column, ring))
                        .then(keys.retire(ring.older(), ring.newest().createdAt())));
    }

    private Mono<Void> move(SealedColumn column, Ring ring) {
        return ring.older().isEmpty() && !column.clear()
                ? Mono.empty()
                : rows.moveBatch(column, ring, FIRST)
                        .expand(last -> rows.moveBatch(column, ring, last))
                        .then();
    }
}
