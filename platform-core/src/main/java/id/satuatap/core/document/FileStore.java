package id.satuatap.core.document;

import id.satuatap.core.database.TenantId;
import id.satuatap.core.shared.NoRoom;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.shared.Unacceptable;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps files in a folder: {@code <tenant>/<id>}, names made here. What comes in goes to a temporary file first; only a whole one, synced
 * to disk, gets its place. A stream that breaks off leaves nothing.
 */
@Component
class FileStore {

    /** Below this a disk is full: less than what the smallest piece of a file takes. */
    private static final long LEAST_ROOM = 1024 * 1024;

    private final Path root;
    private final long most;
    private final FileKinds kinds;

    FileStore(FileProperties properties, FileKinds kinds) {
        this.root = properties.folder().toAbsolutePath();
        this.most = properties.maxSize().toBytes();
        this.kinds = kinds;
    }

    /** Removes what a killed process left half received. */
    @PostConstruct
    void sweep() throws IOException {
        var old = Instant.now().minus(Duration.ofHours(1));
        try (var parts = Files.list(Files.createDirectories(root.resolve("tmp")))) {
            for (var part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** What was received, lying in its temporary place. */
    record Received(Path path, String mediaType, long size, String sha256) {}

    /** Writes the stream to a temporary file, and tells what it is. 413, 415 and 422 leave nothing behind. */
    Mono<Received> receive(Flux<DataBuffer> content) {
        return blocking(() -> Files.createTempFile(Files.createDirectories(root.resolve("tmp")), "upload-", ".part"))
                .flatMap(path -> DataBufferUtils.write(limited(content), path, StandardOpenOption.WRITE)
                        .then(blocking(() -> inspect(path)))
                        .onErrorMap(IOException.class, this::refusal)
                        .onErrorResume(broken -> discard(path).then(Mono.error(broken))));
    }

    /** Gives a received file its lasting place. */
    Mono<Void> keep(Received received, TenantId tenant, UUID id) {
        return blocking(() -> {
                    var place = place(tenant, id);
                    Files.createDirectories(place.getParent());
                    Files.move(received.path(), place, StandardCopyOption.ATOMIC_MOVE);
                    try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                        folder.force(true); // its name, too, is on disk now
                    }
                    return place;
                })
                .onErrorResume(
                        broken -> discard(received.path()).then(Mono.error(broken))) // where it was not moved from
                .then();
    }

    Mono<Void> discard(Path path) {
        return blocking(() -> Files.deleteIfExists(path)).then();
    }

    Path place(TenantId tenant, UUID id) {
        return root.resolve(tenant.toString()).resolve(id.toString());
    }

    Resource open(TenantId tenant, UUID id) {
        return new FileSystemResource(place(tenant, id));
    }

    private Flux<DataBuffer> limited(Flux<DataBuffer> content) {
        var received = new AtomicLong();
        return content.map(buffer -> {
            if (received.addAndGet(buffer.readableByteCount()) > most) {
                DataBufferUtils.release(buffer);
                throw new Unacceptable(Unacceptable.Reason.TOO_LARGE, "document.too-large", most / (1024 * 1024));
            }
            return buffer;
        });
    }

    private Received inspect(Path path) throws IOException {
        var size = Files.size(path);
        if (size == 0) {
            throw new RuleBroken("document.empty");
        }
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        return new Received(path, kinds.of(path), size, Digests.sha256(path));
    }

    private <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work)
                .onErrorMap(IOException.class, this::refusal)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** A full disk is nobody's bug. Told by the room that is left, because the system's message is in any language. */
    private RuntimeException refusal(IOException broken) {
        try {
            var full = Files.getFileStore(root).getUsableSpace() < LEAST_ROOM;
            return full ? new NoRoom() : new UncheckedIOException(broken);
        } catch (IOException away) {
            broken.addSuppressed(away);
            return new UncheckedIOException(broken);
        }
    }
}
