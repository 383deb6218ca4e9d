package id.satuatap.core.document;

import id.satuatap.core.database.TenantId;
import id.satuatap.core.shared.NoRoom;
import id.satuatap.core.shared.RuleBroken;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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

    private static final int ID_LENGTH = 36;

    private final Path root;
    private final FileProperties properties;

    FileStore(FileProperties properties) {
        this.root = properties.folder().toAbsolutePath();
        this.properties = properties;
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

    /** A file in its temporary place. */
    record Temporary(Path path, long size, String sha256) {}

    /** Writes the stream to a temporary file. What is refused leaves nothing behind. */
    Mono<Temporary> receive(Flux<DataBuffer> content) {
        return temporary()
                .flatMap(path -> DataBufferUtils.write(properties.limited(content), path, StandardOpenOption.WRITE)
                        .then(measured(path))
                        .onErrorMap(IOException.class, this::refusal)
                        .onErrorResume(broken -> discard(path).then(Mono.error(broken))));
    }

    /** An empty file, to be kept or discarded. */
    Mono<Path> temporary() {
        return blocking(() -> Files.createTempFile(Files.createDirectories(root.resolve("tmp")), "upload-", ".part"));
    }

    Mono<Temporary> measured(Path path) {
        return blocking(() -> {
            var size = Files.size(path);
            if (size == 0) {
                throw new RuleBroken("document.empty");
            }
            return new Temporary(path, size, Digests.sha256(path));
        });
    }

    /** Gives a temporary file its lasting place. */
    Mono<Void> keep(Path path, TenantId tenant, UUID id) {
        return blocking(() -> {
                    var place = place(tenant, id);
                    sync(path, StandardOpenOption.WRITE);
                    var folder = Files.createDirectories(folder(tenant));
                    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
                    sync(folder, StandardOpenOption.READ); // its name, too, is on disk now
                    return place;
                })
                .onErrorResume(broken -> discard(path).then(Mono.error(broken))) // where it was not moved from
                .then();
    }

    /** Documents of the tenant whose files have lain here for so long. */
    Mono<List<UUID>> older(TenantId tenant, Duration age) {
        return blocking(() -> {
            var folder = folder(tenant);
            var before = Instant.now().minus(age);
            if (!Files.exists(folder)) {
                return List.of();
            }
            try (var all = Files.find(
                    folder,
                    1,
                    (path, file) -> file.isRegularFile()
                            && file.lastModifiedTime().toInstant().isBefore(before))) {
                return all.map(path -> path.getFileName().toString())
                        .filter(name -> name.length() == ID_LENGTH) // a restore's half file is not one
                        .map(UUID::fromString)
                        .toList();
            }
        });
    }

    Mono<Void> discard(Path path) {
        return blocking(() -> Files.deleteIfExists(path)).then();
    }

    Path place(TenantId tenant, UUID id) {
        return folder(tenant).resolve(id.toString());
    }

    private Path folder(TenantId tenant) {
        return root.resolve(tenant.toString());
    }

    Resource open(TenantId tenant, UUID id) {
        return new FileSystemResource(place(tenant, id));
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work)
                .onErrorMap(IOException.class, this::refusal)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** A full disk is nobody's bug. Told by the room that is left, because the system's message is in any language. */
    RuntimeException refusal(IOException broken) {
        try {
            var full = Files.getFileStore(root).getUsableSpace() < LEAST_ROOM;
            return full ? new NoRoom() : new UncheckedIOException(broken);
        } catch (IOException away) {
            broken.addSuppressed(away);
            return new UncheckedIOException(broken);
        }
    }
}
