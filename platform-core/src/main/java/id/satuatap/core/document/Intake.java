package id.satuatap.core.document;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.document.inspection.Inspected;
import id.satuatap.core.document.inspection.Inspection;
import id.satuatap.core.document.picture.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sees a file through before it is kept: what it is, whether it holds a virus; a picture is made anew and its original thrown away. */
@Component
class Intake {

    private final FileStore files;
    private final Inspection inspection;
    private final Clamd clamd;
    private final HeavyWork work;

    Intake(FileStore files, Inspection inspection, Clamd clamd, HeavyWork work) {
        this.files = files;
        this.inspection = inspection;
        this.clamd = clamd;
        this.work = work;
    }

    /** 408, 413, 415 and 422 leave nothing behind. */
    Mono<Received> receive(Flux<DataBuffer> content) {
        return files.receive(content)
                .flatMap(sent -> work.run(() -> inspection.of(sent.path()))
                        .zipWhen(inspected -> scan(sent.path()))
                        .map(seen -> received(sent, seen.getT1(), seen.getT2()))
                        .flatMap(received -> withoutTraces(received)
                                .delayUntil(kept -> kept.path().equals(received.path())
                                        ? Mono.empty()
                                        : files.discard(received.path())))
                        .onErrorMap(IOException.class, files::refusal)
                        .onErrorResume(refused -> files.discard(sent.path()).then(Mono.error(refused))));
    }

    /**
     * Asks the scanner once more about a document in quarantine; empty when it does not answer now, either. A picture that it lets pass is
     * made anew, beside its original: it is to {@linkplain #replace take its place}, or to be {@linkplain #discard thrown away}.
     */
    Mono<Received> again(Document document) {
        return CurrentTenant.get().flatMap(tenant -> {
            var place = files.place(tenant, document.id());
            return scan(place)
                    .filter(verdict -> verdict == Clamd.Verdict.CLEAN || verdict == Clamd.Verdict.INFECTED)
                    .map(verdict -> answered(document, place, verdict))
                    .flatMap(this::withoutTraces)
                    .onErrorMap(IOException.class, files::refusal);
        });
    }

    /** Gives a picture made anew the place of its original. */
    Mono<Void> replace(Document document, Received now) {
        return madeAnew(document, now).flatMap(tenant -> files.keep(now.path(), tenant, document.id()));
    }

    /** Throws away a picture made anew, unless it has the place of its original. */
    Mono<Void> discard(Document document, Received now) {
        return madeAnew(document, now).flatMap(tenant -> files.discard(now.path()));
    }

    private Mono<TenantId> madeAnew(Document document, Received now) {
        return CurrentTenant.get().filter(tenant -> !now.path().equals(files.place(tenant, document.id())));
    }

    private static Received answered(Document document, Path place, Clamd.Verdict verdict) {
        var condition = Condition.of(verdict, document.condition().marks(), Instant.now());
        return new Received(
                place, document.mediaType(), document.size(), document.sha256(), document.sentSha256(), condition);
    }

    private Mono<Clamd.Verdict> scan(Path path) {
        return Mono.fromCallable(() -> clamd.scan(path)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Received received(FileStore.Temporary sent, Inspected inspected, Clamd.Verdict verdict) {
        var condition = Condition.of(verdict, inspected.marks(), Instant.now());
        return new Received(sent.path(), inspected.mediaType(), sent.size(), sent.sha256(), sent.sha256(), condition);
    }

    /** A picture made anew, beside its original; all else is as it is. */
    private Mono<Received> withoutTraces(Received received) {
        if (!received.mediaType().startsWith("image/") || !received.condition().kept()) {
            return Mono.just(received);
        }
        return files.temporary()
                .flatMap(path -> work.run(() -> Pictures.remake(received.path(), received.mediaType(), path))
                        .zipWhen(kind -> files.measured(path))
                        .map(made -> received.remade(made.getT1(), made.getT2()))
                        .onErrorResume(refused -> files.discard(path).then(Mono.error(refused))));
    }
}
