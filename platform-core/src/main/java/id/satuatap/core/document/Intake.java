package id.satuatap.core.document;

import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.document.inspection.Inspected;
import id.satuatap.core.document.inspection.Inspection;
import id.satuatap.core.document.picture.Pictures;
import java.io.IOException;
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
                        .zipWhen(inspected -> scan(sent))
                        .map(seen -> received(sent, seen.getT1(), seen.getT2()))
                        .flatMap(this::withoutTraces)
                        .onErrorMap(IOException.class, files::refusal)
                        .onErrorResume(refused -> files.discard(sent.path()).then(Mono.error(refused))));
    }

    private Mono<Clamd.Verdict> scan(FileStore.Temporary sent) {
        return Mono.fromCallable(() -> clamd.scan(sent.path())).subscribeOn(Schedulers.boundedElastic());
    }

    private static Received received(FileStore.Temporary sent, Inspected inspected, Clamd.Verdict verdict) {
        var condition = Condition.of(verdict, inspected.marks(), Instant.now());
        return new Received(sent.path(), inspected.mediaType(), sent.size(), sent.sha256(), sent.sha256(), condition);
    }

    private Mono<Received> withoutTraces(Received received) {
        if (!received.mediaType().startsWith("image/") || !received.condition().kept()) {
            return Mono.just(received);
        }
        return files.temporary()
                .flatMap(path -> work.run(() -> Pictures.remake(received.path(), received.mediaType(), path))
                        .zipWhen(kind -> files.measured(path))
                        .map(made -> received.remade(made.getT1(), made.getT2()))
                        .onErrorResume(refused -> files.discard(path).then(Mono.error(refused))))
                .delayUntil(remade -> files.discard(received.path()));
    }
}
