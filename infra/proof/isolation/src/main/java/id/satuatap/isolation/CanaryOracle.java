package id.satuatap.isolation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads every byte that leaves, and remembers each canary that its reader may not see. For many threads. */
public final class CanaryOracle {

    /** A canary where it must not be. */
    public record Leak(Canary canary, String reader, String where) {}

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int[] SKIP = skips();

    private final Queue<Leak> leaks = new ConcurrentLinkedQueue<>();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder seen = new LongAdder();

    /**
     * @param at the tenant that was asked; null for the bare host
     * @param where for the report, such as {@code GET /api/v1/members body}
     */
    public void scan(Principal reader, @Nullable String at, String where, byte[] content) {
        scan(content, canary -> mayRead(reader, at, canary), reader.name() + " at " + at, where);
    }

    /** What leaves for nobody in particular (logs, metrics): no canary belongs there. */
    public void scanPublic(String where, byte[] content) {
        scan(content, canary -> false, "whoever reads it", where);
    }

    /** What leaves for those of one tenant, such as a mail. */
    public void scanFor(String tenant, String where, byte[] content) {
        scan(content, canary -> canary.tenant().equals(tenant), "those of " + tenant, where);
    }

    /** The first canary of another tenant than this, whatever the reader may see: the quick test of a hammer. */
    public Optional<Canary> foreign(String tenant, byte[] content, int length) {
        for (var at = find(content, 0, length); at >= 0; at = find(content, at + 1, length)) {
            var canary = read(content, at, length);
            if (canary.isPresent() && !canary.get().tenant().equals(tenant)) {
                return canary;
            }
        }
        return Optional.empty();
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
        if (Rights.isPublic(canary.table())) {
            return at == null || at.equals(canary.tenant());
        }
        return canary.tenant().equals(at) && Rights.mayRead(reader.rolesAt(canary.tenant()), canary.table());
    }

    private void scan(byte[] content, Predicate<Canary> allowed, String reader, String where) {
        bytes.add(content.length);
        for (var at = find(content, 0, content.length); at >= 0; at = find(content, at + 1, content.length)) {
            read(content, at, content.length).ifPresent(canary -> {
                if (allowed.test(canary)) {
                    seen.increment();
                } else {
                    leaks.add(new Leak(canary, reader, where));
                }
            });
        }
        unpacked(content).ifPresent(inner -> scan(inner, allowed, reader, where + " (unpacked)"));
    }

    private static Optional<Canary> read(byte[] content, int at, int length) {
        var text = new String(content, at, Math.min(120, length - at), StandardCharsets.ISO_8859_1);
        var form = Canary.FORM.matcher(text);
        return form.lookingAt()
                ? Optional.of(new Canary(
                        form.group(1).toLowerCase(Locale.ROOT),
                        form.group(2).toLowerCase(Locale.ROOT),
                        Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    /** Horspool's search, in either case. */
    private static int find(byte[] content, int from, int length) {
        var last = Canary.MARK.length - 1;
        var at = from + last;
        while (at < length) {
            var skip = SKIP[content[at] & 0xff];
            if (skip == 0) {
                if (matches(content, at - last)) {
                    return at - last;
                }
                skip = 1;
            }
            at += skip;
        }
        return -1;
    }

    private static boolean matches(byte[] content, int at) {
        for (var i = 0; i < Canary.MARK.length - 1; i++) {
            if ((content[at + i] | 0x20) != Canary.MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] skips() {
        var skips = new int[256];
        Arrays.fill(skips, Canary.MARK.length);
        for (var i = 0; i < Canary.MARK.length; i++) {
            var skip = Canary.MARK.length - 1 - i;
            skips[Canary.MARK[i]] = skip;
            skips[Character.toUpperCase(Canary.MARK[i])] = skip;
        }
        return skips;
    }

    private static Optional<byte[]> unpacked(byte[] content) {
        if (content.length < 4) {
            return Optional.empty();
        }
        try {
            if ((content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
                try (var packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    return Optional.of(packed.readNBytes(MOST_UNPACKED));
                }
            }
            if (content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
                return Optional.of(entries(content));
            }
        } catch (IOException brokenOnPurpose) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static byte[] entries(byte[] content) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                all.writeBytes(zip.readNBytes(MOST_UNPACKED));
            }
        }
        return all.toByteArray();
    }
}
