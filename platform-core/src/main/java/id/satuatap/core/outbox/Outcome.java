package id.satuatap.core.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How telling a listener of an event ended: well, without a failure. */
record Outcome(Claimed claimed, @Nullable Throwable failure) {

    private static final int LONGEST_REASON = 300;

    UUID event() {
        return claimed.event().id();
    }

    int attempts() {
        return claimed.attempts() + 1;
    }

    boolean parks(Patience patience) {
        return failure != null && attempts() >= patience.attempts();
    }

    /** In a line, without addresses of e-mail: what other systems answer may name people. */
    String reason() {
        var text = String.valueOf(failure).replaceAll("\\S+@\\S+", "…@…").replaceAll("\\s+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
