package id.satuatap.core.outbox;

/** An event that a listener is to hear of, held for who asked. */
record Claimed(KeptEvent event, int attempts) {}
