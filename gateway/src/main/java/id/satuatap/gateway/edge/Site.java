package id.satuatap.gateway.edge;

import id.satuatap.gateway.tenant.Tenant;

/** Whose address was called. */
public sealed interface Site {

    /** The platform's own address: the list of tenants, the operator. */
    record Bare() implements Site {}

    /** The issuer's address. */
    record Identity() implements Site {}

    /** A tenant's address. */
    record Of(Tenant tenant) implements Site {}

    /** For metrics and logs: the slug, or which of the two others it is. */
    default String label() {
        return switch (this) {
            case Bare bare -> "bare";
            case Identity identity -> "identity";
            case Of of -> of.tenant().slug();
        };
    }
}
