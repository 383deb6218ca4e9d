package id.satuatap.identity.client;

import org.jspecify.annotations.Nullable;

/** A program that may ask for tokens. Only an application has a name for people, and paths that they come back to. */
record Client(
        String id,
        Kind kind,
        String secretHash,
        @Nullable String name,
        @Nullable String callback,
        @Nullable String afterSignOut) {

    enum Kind {
        /** Acts for itself, by client credentials only. */
        MACHINE,
        /** Signs people in. */
        APPLICATION
    }
}
