package id.satuatap.core.sealing;

/**
 * A column whose values are sealed, declared by its feature as a bean, so that they move to a new key by themselves. Beside the primary key
 * {@code id} the table has {@code <name>_sealed bytea}, {@code <name>_key uuid} and {@code <name>_found_by bytea}, and the runtime role may
 * update them.
 *
 * @param table with its schema: {@code access.official}
 * @param name what the value is: {@code nip}
 * @param clear whether a column {@code <name>} holds values of before they were sealed, to be moved over and emptied
 */
public record SealedColumn(String table, String name, boolean clear) {

    public SealedColumn {
        if (!table.matches("[a-z_]+\\.[a-z_]+") || !name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a column: " + table + "." + name);
        }
    }

    /** As which its values are sealed: {@code access.official.nip}. Stable: what is sealed as it opens as nothing else. */
    public String place() {
        return table + "." + name;
    }
}
