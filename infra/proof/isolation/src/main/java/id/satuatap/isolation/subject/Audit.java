package id.satuatap.isolation.subject;

final class Audit {

    static final Subject SUBJECT =
            Subject.of("/api/v1/audit").table("audit.entry", "audit:read", "kind", "previous_hash", "hash");

    private Audit() {}
}
