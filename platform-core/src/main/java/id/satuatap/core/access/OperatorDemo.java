package id.satuatap.core.access;

import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.core.annotation.Order;

/** Who of the demo's accounts operates the platform. */
@Order(1)
final class OperatorDemo implements DemoData {

    private static final String ROLE = "platform-operator";

    @Override
    public void load(Demo demo) throws SQLException {
        try (var insert = demo.connection()
                .prepareStatement(
                        "insert into access.operator (issuer, subject, name) values (?, ?, ?) on conflict do nothing")) {
            var issuer = demo.accounts().issuer();
            for (var user : demo.accounts().users()) {
                if (user.role().equals(ROLE)) {
                    operator(insert, issuer, user.subject(), user.name());
                }
            }
            for (var client : demo.accounts().clients()) {
                if (client.role().equals(ROLE)) {
                    operator(insert, issuer, client.clientId(), client.clientId());
                }
            }
        }
    }

    private static void operator(PreparedStatement insert, String issuer, String subject, String name)
            throws SQLException {
        insert.setString(1, issuer);
        insert.setString(2, subject);
        insert.setString(3, name);
        insert.executeUpdate();
    }
}
