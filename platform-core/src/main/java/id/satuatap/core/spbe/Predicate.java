package id.satuatap.core.spbe;

/** The word for an index of at least {@code min}, such as Baik. */
public record Predicate(String name, Fraction min) {}
