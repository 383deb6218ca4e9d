package id.satuatap.identity.setup;

import id.satuatap.identity.setup.Seed.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what the setup seeds. Runs as the owner of the database; the server itself can write none of it. */
class SeedRepository {

    private final JdbcClient database;

    SeedRepository(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, String> usernamesBySubject() {
        var usernames = new HashMap<UUID, String>();
        database.sql("select id, coalesce(username, email) as username from account")
                .query(row -> {
                    usernames.put(row.getObject("id", UUID.class), row.getString("username"));
                });
        return usernames;
    }

    void insertAccounts(List<User> users, Map<UUID, String> hashes) {
        for (var user : users) {
            database.sql("""
                            insert into account (id, username, email, email_verified, name, password_hash)
                            values (:id, lower(:username), lower(:email), true, :name, :hash)
                            """)
                    .param("id", user.subject())
                    .param("username", user.username())
                    .param("email", user.email())
                    .param("name", user.name())
                    .param("hash", hashes.get(user.subject()))
                    .update();
        }
    }

    /** @return 1 when the client is new or its secret changed, else 0 */
    int saveClient(String id, String kind, String secretHash) {
        return database.sql("""
                        insert into client as known (id, kind, secret_hash) values (:id, :kind, :hash)
                        on conflict (id) do update
                           set kind = excluded.kind, secret_hash = excluded.secret_hash, changed_at = now()
                         where (known.kind, known.secret_hash) is distinct from (excluded.kind, excluded.secret_hash)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("hash", secretHash)
                .update();
    }
}
