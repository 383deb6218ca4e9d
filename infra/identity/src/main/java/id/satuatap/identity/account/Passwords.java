package id.satuatap.identity.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * People's passwords at rest: bcrypt. One strength for all, the stand-in for unknown accounts included; otherwise the
 * time an answer takes would tell whether the account exists. Hashing runs on threads of its own, one per core: requests
 * run on virtual threads, which never interrupt each other, so a crowd signing in would keep all tokens waiting.
 */
@Component
public class Passwords {

    /** bcrypt reads no further. Longer ones are refused when set, not silently cut. */
    static final int LONGEST_IN_BYTES = 72;

    private static final int STRENGTH = 10;

    private static final ExecutorService HASHING = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("hashing-", 1).factory());

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);
    private final String nobody = bcrypt.encode("nobody has this password");

    public String hash(String password) {
        return hashing(() -> bcrypt.encode(normal(password)));
    }

    /** Takes the same time whether or not there is an account. */
    boolean matches(String password, @Nullable String hash) {
        var typed = normal(password);
        var fits = typed.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IN_BYTES;
        var matches = hashing(() -> bcrypt.matches(fits ? typed : "", compared(hash)));
        return fits && matches && hash != null;
    }

    /** What a typed password is compared with: without an account, a stand-in that costs as much. */
    String compared(@Nullable String hash) {
        return hash == null ? nobody : hash;
    }

    private static <T> T hashing(Callable<T> work) {
        try {
            return HASHING.submit(work).get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("Hashing failed", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while hashing", interrupted);
        }
    }

    /** The same letters typed on another keyboard are the same password. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
