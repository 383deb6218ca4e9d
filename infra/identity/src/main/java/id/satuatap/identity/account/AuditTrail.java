package id.satuatap.identity.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every change and every refusal, written once. It names accounts by id only: no address, no network address. Refusals
 * are capped by the throttle, since an attempt that is turned away unread is not written.
 */
@Repository
public class AuditTrail {

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    public void changed(String action, UUID account) {
        append("CHANGE", action, account);
    }

    public void refused(String action, @Nullable UUID account) {
        append("REFUSAL", action, account);
    }

    private void append(String kind, String action, @Nullable UUID account) {
        database.sql("insert into audit_event (id, kind, action, account_id) values (:id, :kind, :action, :account)")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("kind", kind)
                .param("action", action)
                .param("account", account, Types.OTHER)
                .update();
    }
}
