package id.satuatap.gateway.edge;

/** The parts behind the gateway. */
public enum Part {
    CORE,
    ADMIN,
    CITIZEN,
    IDENTITY
}
