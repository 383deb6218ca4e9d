package id.satuatap.core.document;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Aging;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that no register knows: a process died between disk and database. After a day nobody can be about to register them any more. */
@Component
class UnregisteredFiles implements Aging {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final FileStore files;
    private final DocumentRegister register;

    UnregisteredFiles(FileStore files, DocumentRegister register) {
        this.files = files;
        this.register = register;
    }

    @Override
    public Mono<Removed> trim(int most) {
        return CurrentTenant.get()
                .flatMapMany(tenant -> files.older(tenant, A_DAY)
                        .flatMapIterable(ids -> ids)
                        .buffer(AT_ONCE)
                        .concatMap(register::unknown)
                        .take(most)
                        .concatMap(unknown -> discard(tenant, unknown)))
                .count()
                .map(removed -> new Removed("files", removed));
    }

    private Flux<Boolean> discard(TenantId tenant, UUID id) {
        return files.discard(files.place(tenant, id)).thenMany(Flux.just(true));
    }
}
