package id.satuatap.identity.client;

/** A program that may ask for tokens. */
record Client(String id, Kind kind, String secretHash) {

    enum Kind {
        /** Acts for itself, by client credentials only. */
        MACHINE,
        /** Signs people in. */
        APPLICATION
    }
}
