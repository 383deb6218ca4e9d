package id.satuatap.gateway.tenant;

/** A regency, city or province that has a door here. */
public record Tenant(String slug, String name, State state) {

    public enum State {
        ACTIVE,
        SUSPENDED
    }

    public boolean suspended() {
        return state == State.SUSPENDED;
    }
}
