package id.satuatap.core.database;

import id.satuatap.core.shared.BusinessException;
import io.r2dbc.spi.R2dbcException;
import java.util.stream.Stream;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is known of a transaction that ended with an error. */
public final class Effects {

    private static final String CONNECTION_LOST = "08";
    private static final String SERVER_ENDS = "57";
    private static final int DEEPEST = 8;

    private Effects() {}

    /**
     * Whether it certainly left nothing behind: it never began, one of our rules refused, or the database itself said so. When
     * the connection broke, it may have broken between the commit and the word of it.
     */
    public static boolean surelyNone(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Effects::tellsOfNone);
    }

    private static boolean tellsOfNone(Throwable error) {
        return switch (error) {
            case BusinessException refused -> true;
            case CannotCreateTransactionException neverBegan -> true;
            case R2dbcException said ->
                said.getSqlState() != null
                        && !said.getSqlState().startsWith(CONNECTION_LOST)
                        && !said.getSqlState().startsWith(SERVER_ENDS);
            default -> false;
        };
    }
}
