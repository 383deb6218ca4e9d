package id.satuatap.citizen.core;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/**
 * Answers of platform-core, used again for a moment. One caller at a time asks anew; the others take what is there.
 * A failure is remembered as long as an answer, so that a hanging core doesn't hold every page.
 */
public class Remembered<K, V> {

    private final Function<K, V> source;
    private final Duration freshFor;
    private final boolean keptWhenAway;
    private final Map<K, Slot> slots = new ConcurrentHashMap<>();

    private Remembered(Function<K, V> source, Duration freshFor, boolean keptWhenAway) {
        this.source = source;
        this.freshFor = freshFor;
        this.keptWhenAway = keptWhenAway;
    }

    /** The last answer is kept as long as core is away: for what a page cannot do without. */
    public static <K, V> Remembered<K, V> keptWhenAway(Function<K, V> source, Duration freshFor) {
        return new Remembered<>(source, freshFor, true);
    }

    /** An old answer is never shown as if it were new: for figures. */
    public static <K, V> Remembered<K, V> onlyFresh(Function<K, V> source, Duration freshFor) {
        return new Remembered<>(source, freshFor, false);
    }

    /** Fails with {@link CoreAway}. */
    public V get(K key) {
        return slots.computeIfAbsent(key, _ -> new Slot()).get(key);
    }

    /** The answer, or null when core gave none. */
    public @Nullable V find(K key) {
        try {
            return get(key);
        } catch (CoreAway _) {
            return null;
        }
    }

    /** What was answered last, without asking. */
    public @Nullable V last(K key) {
        var slot = slots.get(key);
        return slot == null ? null : slot.last.value;
    }

    private final class Slot {

        private final ReentrantLock asking = new ReentrantLock();
        private volatile Answer<V> last = new Answer<>(null, null, 0);

        V get(K key) {
            var known = last;
            if (known.isFresh(freshFor)) {
                return known.orFail();
            }
            var isUsable = known.value != null && (keptWhenAway || known.isFresh(freshFor.multipliedBy(2)));
            if (isUsable && !asking.tryLock()) {
                return known.orFail();
            }
            if (!isUsable) {
                asking.lock();
            }
            try {
                if (last == known) {
                    last = ask(key, known);
                }
                return last.orFail();
            } finally {
                asking.unlock();
            }
        }

        private Answer<V> ask(K key, Answer<V> before) {
            try {
                return new Answer<>(source.apply(key), null, System.nanoTime());
            } catch (RestClientException away) {
                return new Answer<>(keptWhenAway ? before.value : null, new CoreAway(away), System.nanoTime());
            }
        }
    }

    private record Answer<V>(@Nullable V value, @Nullable CoreAway failure, long at) {

        boolean isFresh(Duration freshFor) {
            return (value != null || failure != null) && System.nanoTime() - at < freshFor.toNanos();
        }

        V orFail() {
            if (value != null) {
                return value;
            }
            throw failure != null ? failure : new IllegalStateException("nothing was asked yet");
        }
    }
}
