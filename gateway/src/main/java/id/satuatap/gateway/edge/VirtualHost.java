package id.satuatap.gateway.edge;

import id.satuatap.gateway.tenant.Tenant;

/** Whose address was called. */
public sealed interface VirtualHost {

    /** The platform's own address: the list of tenants, the operator. */
    record Bare() implements VirtualHost {}

    /** The issuer's address. */
    record Identity() implements VirtualHost {}

    /** A tenant's address. */
    record OfTenant(Tenant tenant) implements VirtualHost {}

    /** For metrics and logs: the slug, or which of the two others it is. */
    default String label() {
        return switch (this) {
            case Bare bare -> "bare";
            case Identity identity -> "identity";
            case OfTenant of -> of.tenant().slug();
        };
    }
}
