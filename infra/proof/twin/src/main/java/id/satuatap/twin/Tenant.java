package id.satuatap.twin;

import java.util.UUID;

/** A tenant, as far as its requests need it. */
record Tenant(UUID id, String slug, String state, String zone) {

    boolean suspended() {
        return state.equals("SUSPENDED");
    }

    boolean visible() {
        return suspended() || state.equals("ACTIVE");
    }
}
