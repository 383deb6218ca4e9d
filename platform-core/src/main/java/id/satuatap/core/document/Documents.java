package id.satuatap.core.document;

import id.satuatap.core.access.Actor;
import id.satuatap.core.database.Effects;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.database.Uninterrupted;
import id.satuatap.core.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one way in for files. The bytes are safely on disk before the register knows of them. */
@Service
@EnableConfigurationProperties(FileProperties.class)
public class Documents {

    private final Intake intake;
    private final FileStore files;
    private final DocumentRegister register;

    Documents(Intake intake, FileStore files, DocumentRegister register) {
        this.intake = intake;
        this.files = files;
        this.register = register;
    }

    /**
     * Receives a file, then does with it what it is for, which {@linkplain #register registers} it in its own transaction.
     * If that is refused, the file is thrown away. If nobody can say whether it was registered, the file stays: a file without an entry
     * harms nobody and goes after a day, an entry without its file is a lost piece of evidence. A sender who hangs up ends the stream with
     * an error, so that this always ends.
     */
    public <T> Mono<T> receive(
            String name, Purpose purpose, Flux<DataBuffer> content, Function<Document, Mono<T>> use) {
        var clean = FileName.clean(name);
        return Uninterrupted.toTheEnd(Actor.current()
                .zipWith(intake.receive(content))
                .flatMap(in -> keep(
                        document(clean, purpose, in.getT2(), in.getT1()),
                        in.getT2(),
                        in.getT1().tenantOrFail().tenantId(),
                        use)));
    }

    /** Enters a received file into the register, in the transaction of what it is for. */
    public Mono<Document> register(Document document) {
        return register.insert(document);
    }

    private static Document document(String name, Purpose purpose, Received received, Actor actor) {
        return new Document(
                Ids.next(),
                FileName.named(name, received.mediaType()),
                received.mediaType(),
                received.size(),
                received.sha256(),
                received.sentSha256(),
                purpose,
                received.condition(),
                actor.person(),
                Instant.now());
    }

    private <T> Mono<T> keep(Document document, Received received, TenantId tenant, Function<Document, Mono<T>> use) {
        return files.keep(received.path(), tenant, document.id())
                .then(Mono.defer(() -> use.apply(document))
                        .onErrorResume(failed -> undo(failed, tenant, document.id())))
                .delayUntil(used -> discardUnregistered(tenant, document.id()));
    }

    private <T> Mono<T> undo(Throwable failed, TenantId tenant, UUID id) {
        return Effects.surelyNone(failed)
                ? files.discard(files.place(tenant, id)).then(Mono.error(failed))
                : Mono.error(failed);
    }

    /** The same upload sent twice was used once: its second file has no entry, and goes; if that cannot be told now, it stays. */
    private Mono<Void> discardUnregistered(TenantId tenant, UUID id) {
        return register.find(id)
                .hasElement()
                .filter(registered -> !registered)
                .flatMap(unregistered -> files.discard(files.place(tenant, id)))
                .onErrorComplete();
    }
}
