package id.satuatap.isolation.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** One transaction, in the context of a tenant or of none. Whatever it does is undone at its end. */
final class Work implements AutoCloseable {

    private final Connection connection;

    /**
     * @param connection without automatic commits
     * @param context what {@code app.tenant_id} is set to, as core does; null leaves it alone
     */
    Work(Connection connection, @Nullable String context) throws SQLException {
        this.connection = connection;
        if (context != null) {
            try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
                set.setString(1, context);
                set.execute();
            }
        }
    }

    /** Whether the last of these statements gives a row. */
    boolean gives(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var isRows = statement.execute(sql);
            while (true) {
                var found = isRows && statement.getResultSet().next();
                isRows = statement.getMoreResults();
                if (!isRows && statement.getUpdateCount() == -1) {
                    return found;
                }
            }
        }
    }

    /** The first column of the first row; empty when there is none. */
    String text(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** How many rows a statement changes. */
    int change(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    /** Any statement; its rows are looked at in words. */
    String run(String sql) throws SQLException {
        var seen = new StringBuilder();
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        seen.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return seen.toString();
    }

    /** The state with which the server refuses a statement; empty if it does not. The transaction goes on. */
    String refusal(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            run(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
    }
}
