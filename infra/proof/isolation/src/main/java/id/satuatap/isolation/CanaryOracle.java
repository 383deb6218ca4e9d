package id.satuatap.isolation;

import id.satuatap.isolation.subject.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads every byte that leaves, and remembers each canary that its reader may not see. For many threads. */
public final class CanaryOracle {

    /** A canary where it must not be. */
    public record Leak(Canary canary, String reader, String where) {

        /** The same for all that one hole lets through: no id, and no number of a row. */
        public String kind() {
            return "%s of %s to %s: %s"
                    .formatted(canary.table(), canary.tenant(), reader, where.replaceAll("[0-9a-f-]{36}|\\d+", "…"));
        }
    }

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final Map<String, String> READERS = Subject.ALL.stream()
            .flatMap(subject -> subject.tables().entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> OWN =
            Subject.ALL.stream().flatMap(subject -> subject.own().stream()).collect(Collectors.toUnmodifiableSet());

    private final Queue<Leak> leaks = new ConcurrentLinkedQueue<>();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder seen = new LongAdder();

    /**
     * @param at the tenant that was asked; null for the bare host
     * @param where for the report, such as {@code GET /api/v1/members body}
     */
    public void scan(Principal reader, @Nullable String at, String where, byte[] content) {
        var isOneself = OWN.stream().anyMatch(path -> where.startsWith("GET " + path));
        Predicate<Canary> own = canary -> isOneself && canary.tenant().equals(at);
        scan(content, own.or(canary -> mayRead(reader, at, canary)), reader.name() + " at " + at, where);
    }

    /** What leaves for nobody in particular (logs, metrics): no canary belongs there. */
    public void scanPublic(String where, byte[] content) {
        scan(content, canary -> false, "whoever reads it", where);
    }

    /** What leaves for those of one tenant, such as a mail. */
    public void scanFor(String tenant, String where, byte[] content) {
        scan(content, canary -> canary.tenant().equals(tenant), "those of " + tenant, where);
    }

    /** The first canary of another tenant than these, whatever the reader may see. */
    public static Optional<Canary> foreign(Set<String> tenants, byte[] content) {
        return canaries(content)
                .filter(canary -> !tenants.contains(canary.tenant()))
                .findFirst();
    }

    public List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    public long scannedBytes() {
        return bytes.sum();
    }

    /** How many canaries were seen by those who may: an oracle that never sees one proves nothing. */
    public long allowedCanaries() {
        return seen.sum();
    }

    private static boolean mayRead(Principal reader, @Nullable String at, Canary canary) {
        var needed = READERS.getOrDefault(canary.table(), Subject.NOBODY);
        if (needed.equals(Subject.PUBLIC)) {
            return at == null || at.equals(canary.tenant());
        }
        return canary.tenant().equals(at) && Rights.allow(reader.rolesAt(canary.tenant()), needed);
    }

    private void scan(byte[] content, Predicate<Canary> allowed, String reader, String where) {
        bytes.add(content.length);
        canaries(content).forEach(canary -> {
            if (allowed.test(canary)) {
                seen.increment();
            } else {
                leaks.add(new Leak(canary, reader, where));
            }
        });
        unpacked(content).ifPresent(inner -> scan(inner, allowed, reader, where + " (unpacked)"));
    }

    private static Stream<Canary> canaries(byte[] content) {
        return Canary.FORM
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .map(Canary::of);
    }

    private static Optional<byte[]> unpacked(byte[] content) {
        try {
            if (begins(content, 0x1f, 0x8b)) {
                try (var packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    return Optional.of(packed.readNBytes(MOST_UNPACKED));
                }
            }
            return begins(content, 'P', 'K', 3) ? Optional.of(entries(content)) : Optional.empty();
        } catch (IOException brokenOnPurpose) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] content, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] entries(byte[] content) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                all.writeBytes(zip.readNBytes(MOST_UNPACKED));
            }
        }
        return all.toByteArray();
    }
}
