package id.satuatap.identity.token;

import id.satuatap.identity.token.KeyCipher.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed signing keys. */
@Repository
class SigningKeyRepository {

    private static final long ROTATION_LOCK = 0x5A7A_0001L;

    private final JdbcClient database;

    SigningKeyRepository(JdbcClient database) {
        this.database = database;
    }

    /** Lets one node at a time decide about a new key, until the transaction ends. */
    void lock() {
        database.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", ROTATION_LOCK)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    List<Row> all() {
        return database.sql("select kid, private_key, salt, signs_from from signing_key order by signs_from, kid")
                .query(SigningKeyRepository::row)
                .list();
    }

    void insert(Row row) {
        database.sql("""
                        insert into signing_key (kid, private_key, salt, signs_from)
                        values (:kid, :privateKey, :salt, :signsFrom)
                        """)
                .param("kid", row.kid())
                .param("privateKey", row.sealed().bytes())
                .param("salt", row.sealed().salt())
                .param("signsFrom", OffsetDateTime.ofInstant(row.signsFrom(), ZoneOffset.UTC))
                .update();
    }

    void delete(String kid) {
        database.sql("delete from signing_key where kid = :kid")
                .param("kid", kid)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("kid"),
                new Sealed(row.getBytes("private_key"), row.getBytes("salt")),
                row.getObject("signs_from", OffsetDateTime.class).toInstant());
    }

    record Row(String kid, Sealed sealed, Instant signsFrom) {}
}
