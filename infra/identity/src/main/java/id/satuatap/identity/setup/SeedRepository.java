package id.satuatap.identity.setup;

import id.satuatap.identity.setup.Seed.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    int saveMachine(String id, String secretHash) {
        return save(id, "MACHINE", secretHash, null, null, null);
    }

    int saveApplication(Application application, String secretHash) {
        return save(
                application.id(),
                "APPLICATION",
                secretHash,
                application.name(),
                application.callback(),
                application.afterSignOut());
    }

    /** @return 1 when the client is new or something of it changed, else 0 */
    private int save(
            String id,
            String kind,
            String secretHash,
            @Nullable String name,
            @Nullable String callback,
            @Nullable String afterSignOut) {
        return database.sql("""
                        insert into client as known (id, kind, secret_hash, name, callback, after_sign_out)
                        values (:id, :kind, :hash, :name, :callback, :afterSignOut)
                        on conflict (id) do update
                           set kind = excluded.kind, secret_hash = excluded.secret_hash, name = excluded.name,
                               callback = excluded.callback, after_sign_out = excluded.after_sign_out, changed_at = now()
                         where (known.kind, known.secret_hash, known.name, known.callback, known.after_sign_out)
                               is distinct from
                               (excluded.kind, excluded.secret_hash, excluded.name, excluded.callback, excluded.after_sign_out)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("hash", secretHash)
                .param("name", name)
                .param("callback", callback)
                .param("afterSignOut", afterSignOut)
                .update();
    }
}
