package id.satuatap.core.sealing;

import org.jspecify.annotations.Nullable;

/** A sealed value is another key's, belongs to another place, or was changed. A fault of ours or an attack, never a user's: 500. */
public class DoesNotOpen extends IllegalStateException {

    DoesNotOpen(String place, @Nullable Throwable cause) {
        super("sealed bytes of %s do not open".formatted(place), cause);
    }
}
