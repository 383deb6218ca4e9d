package id.satuatap.core.document;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.database.Uninterrupted;
import id.satuatap.core.shared.Ids;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Previews and thumbnails: drawn when somebody first asks for one, then kept as documents derived from theirs. */
@Component
class Renditions {

    private final DocumentRegister register;
    private final FileStore files;
    private final HeavyWork work;

    Renditions(DocumentRegister register, FileStore files, HeavyWork work) {
        this.register = register;
        this.files = files;
        this.work = work;
    }

    Mono<Document> get(Document document, Rendition rendition) {
        return register.findRendition(document.id(), rendition)
                .switchIfEmpty(Mono.defer(() -> Uninterrupted.toTheEnd(make(document, rendition.check(document)))));
    }

    private Mono<Document> make(Document document, Rendition rendition) {
        return CurrentTenant.get()
                .zipWith(files.temporary())
                .flatMap(at -> draw(document, rendition, at.getT1(), at.getT2())
                        .flatMap(drawn -> keep(drawn, document, rendition, at.getT1()))
                        .onErrorMap(IOException.class, files::refusal)
                        .onErrorResume(failed -> files.discard(at.getT2()).then(Mono.error(failed))));
    }

    private Mono<FileStore.Temporary> draw(Document document, Rendition rendition, TenantId tenant, Path to) {
        return work.run(() -> {
                    rendition.draw(document, files.place(tenant, document.id()), to);
                    return to;
                })
                .flatMap(files::measured);
    }

    private Mono<Document> keep(FileStore.Temporary drawn, Document of, Rendition rendition, TenantId tenant) {
        var made = made(drawn, of, rendition.mediaType(of));
        return files.keep(drawn.path(), tenant, made.id())
                .then(register.insertRendition(made, of.id(), rendition))
                .switchIfEmpty(
                        files.discard(files.place(tenant, made.id())).then(register.findRendition(of.id(), rendition)));
    }

    private static Document made(FileStore.Temporary drawn, Document of, String mediaType) {
        return new Document(
                Ids.next(),
                FileName.named(of.name(), mediaType),
                mediaType,
                drawn.size(),
                drawn.sha256(),
                drawn.sha256(),
                of.purpose(),
                of.condition(),
                of.addedBy(),
                of.addedAt());
    }
}
