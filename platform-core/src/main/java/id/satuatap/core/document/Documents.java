package id.satuatap.core.document;

import id.satuatap.core.access.Actor;
import id.satuatap.core.database.Effects;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.database.Uninterrupted;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Receives files, and gives them back. The bytes are safely on disk before the register knows of them. */
@Service
@EnableConfigurationProperties(FileProperties.class)
public class Documents {

    private static final int LONGEST_NAME = 190;

    private final FileStore files;
    private final DocumentRegister register;

    Documents(FileStore files, DocumentRegister register) {
        this.files = files;
        this.register = register;
    }

    /** A file with its bytes. */
    public record Content(Document document, Resource bytes) {}

    /**
     * Receives a file, then does with it what it is for, which {@linkplain #register registers} it in its own transaction.
     * If that is refused, the file is thrown away. If nobody can say whether it was registered, the file stays: a file without an entry
     * harms nobody, an entry without its file is a lost piece of evidence. A sender who hangs up ends the stream with an error, so that this always ends.
     */
    public <T> Mono<T> receive(String name, Flux<DataBuffer> content, Function<Document, Mono<T>> use) {
        var cleanName = cleaned(name);
        return Uninterrupted.toTheEnd(files.receive(content)
                .flatMap(received -> Actor.current().flatMap(actor -> {
                    var id = Ids.next();
                    var tenant = actor.tenantOrFail().tenantId();
                    var document = new Document(
                            id,
                            FileKinds.named(cleanName, received.mediaType()),
                            received.mediaType(),
                            received.size(),
                            received.sha256(),
                            actor.person(),
                            Instant.now());
                    return files.keep(received, tenant, id)
                            .onErrorResume(
                                    full -> files.discard(received.path()).then(Mono.error(full)))
                            .then(use.apply(document).onErrorResume(failed -> undo(failed, tenant, id)))
                            .delayUntil(used -> discardUnregistered(tenant, id));
                })));
    }

    /** Enters a received file into the register, in the transaction of what it is for. */
    public Mono<Document> register(Document document) {
        return register.insert(document);
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

    /** The file, if this tenant has it; 404 for another's and for none, alike. */
    public Mono<Content> get(UUID id) {
        return register.find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("document.unknown")))
                .zipWith(Actor.current())
                .map(found -> new Content(
                        found.getT1(), files.open(found.getT2().tenantOrFail().tenantId(), id)));
    }

    /** The last part of the name, without what a screen or a shell could take for something else. */
    static String cleaned(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .replaceAll("^[.\\s\\p{Z}]+", "")
                .strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.indexOf('\uFFFD') >= 0) {
            throw new BadInput("name", "fault.length", 1, LONGEST_NAME);
        }
        return clean;
    }
}
