package id.satuatap.identity.account;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and the one-time codes that prove an e-mail address. */
@Repository
class AccountRepository {

    private static final String COLUMNS = "id, username, email, email_verified, name";

    private final JdbcClient database;

    AccountRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> find(UUID id) {
        return database.sql("select %s from account where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    Optional<Account> findByEmail(EmailAddress email) {
        return database.sql("select %s from account where email = :email".formatted(COLUMNS))
                .param("email", email.value())
                .query(Account.class)
                .optional();
    }

    /** By username or e-mail. A username has no @, so the two never meet. */
    Optional<Known> findByIdentifier(String identifier) {
        return database.sql("select id, password_hash from account where %s = :identifier"
                        .formatted(identifier.contains("@") ? "email" : "username"))
                .param("identifier", identifier.toLowerCase(Locale.ROOT))
                .query(Known.class)
                .optional();
    }

    /** @return false when somebody has that address already */
    boolean insert(Account account, String passwordHash) {
        return database.sql("""
                        insert into account (id, email, email_verified, name, password_hash)
                        values (:id, :email, :emailVerified, :name, :passwordHash)
                        on conflict (email) do nothing
                        """)
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("emailVerified", account.emailVerified())
                        .param("name", account.name())
                        .param("passwordHash", passwordHash)
                        .update()
                == 1;
    }

    /** Who could read the mail owns the address, so it is verified with that. */
    void changePassword(UUID id, String passwordHash) {
        database.sql("""
                        update account
                           set password_hash = :passwordHash, password_changed_at = now(), email_verified = true
                         where id = :id
                        """).param("id", id).param("passwordHash", passwordHash).update();
    }

    /** What a sign-in needs to compare. */
    record Known(UUID id, String passwordHash) {}
}
