package id.satuatap.core.shared;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of columns, so that the compiler knows which may be null. */
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

    /** A value for a column of type {@code uuid} that may be null. */
    public static Parameter optional(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }
}
