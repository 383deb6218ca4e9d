package id.satuatap.core.shared;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures of the database itself: it is away, or its disk is full. */
final class DatabaseFailure {

    private static final String DISK_FULL = "53100";

    private DatabaseFailure() {}

    /** The database's own disk: it says so, however deep that is wrapped. */
    static boolean isDiskFull(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refused && DISK_FULL.equals(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    static boolean isAway(Throwable error) {
        return error instanceof DataAccessResourceFailureException
                || error instanceof TransientDataAccessException
                || error instanceof CannotCreateTransactionException
                || error instanceof R2dbcNonTransientResourceException
                || error instanceof R2dbcTransientResourceException
                || error instanceof R2dbcTimeoutException;
    }
}
