package id.satuatap.core.setup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** One side of a restore, the backup or what lives: a database as its owner sees it, and the folder of its files. */
record RestoreSide(String url, String owner, String password, Path files) {

    static RestoreSide of(Map<String, String> environment, String prefix) {
        return new RestoreSide(
                Setup.url(environment, prefix),
                Setup.needed(environment, prefix + "DATABASE_OWNER_USERNAME"),
                Setup.needed(environment, prefix + "DATABASE_OWNER_PASSWORD"),
                Path.of(Setup.needed(environment, prefix + "FILES")));
    }

    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, owner, password);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }
}
