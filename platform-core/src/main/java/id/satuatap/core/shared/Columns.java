package id.satuatap.core.shared;

import io.r2dbc.spi.Readable;

/** Reads columns that are {@code not null}: the compiler then knows it, too. */
public final class Columns {

    private Columns() {}

    /** The value of a column that the schema declares {@code not null}. */
    public static <T> T required(Readable row, String column, Class<T> type) {
        var value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("no value in " + column);
        }
        return value;
    }
}
