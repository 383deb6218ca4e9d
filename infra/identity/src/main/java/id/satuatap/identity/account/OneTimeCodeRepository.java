package id.satuatap.identity.account;

import id.satuatap.identity.account.OneTimeCode.Purpose;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes: issued once, used once. */
@Repository
class OneTimeCodeRepository {

    private static final String VALID =
            "hash = :hash and purpose = :purpose and used_at is null and expires_at > now()";

    private final JdbcClient database;

    OneTimeCodeRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(OneTimeCode code, Purpose purpose, Claim claim) {
        database.sql("""
                        insert into one_time_code (hash, purpose, email, name, account_id, expires_at)
                        values (:hash, :purpose, :email, :name, :account, now() + make_interval(secs => :life))
                        """)
                .param("hash", code.digest())
                .param("purpose", purpose.name())
                .param("email", claim.email())
                .param("name", claim.name(), Types.VARCHAR)
                .param("account", claim.accountId(), Types.OTHER)
                .param("life", purpose.life().toSeconds())
                .update();
    }

    /** Looks without using: a mail scanner that opens the link must not spend it. */
    Optional<Claim> find(OneTimeCode code, Purpose purpose) {
        return database.sql("select email, name, account_id from one_time_code where " + VALID)
                .param("hash", code.digest())
                .param("purpose", purpose.name())
                .query(Claim.class)
                .optional();
    }

    /** Of two who use one code at once, one wins. Every other code for the same address is spent with it. */
    Optional<Claim> use(OneTimeCode code, Purpose purpose) {
        return database.sql("""
                        with spent as (
                          update one_time_code set used_at = now()
                           where used_at is null and email = (select email from one_time_code where %s)
                          returning hash, email, name, account_id
                        )
                        select email, name, account_id from spent where hash = :hash
                        """.formatted(VALID))
                .param("hash", code.digest())
                .param("purpose", purpose.name())
                .query(Claim.class)
                .optional();
    }

    void sweep() {
        database.sql("delete from one_time_code where expires_at < now() - interval '1 day'")
                .update();
    }

    /** What a code proves: that its bearer reads this address. */
    record Claim(
            String email, @Nullable String name, @Nullable UUID accountId) {}
}
