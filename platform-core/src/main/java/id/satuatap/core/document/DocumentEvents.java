package id.satuatap.core.document;

import id.satuatap.core.outbox.Event;
import java.util.UUID;

/** What happens to a file by itself; what people do with it, its feature tells. */
sealed interface DocumentEvents extends Event {

    /** The virus scanner answered at last. */
    record Checked(UUID subject, Condition.State state) implements DocumentEvents {

        @Override
        public String type() {
            return "document.checked";
        }
    }
}
