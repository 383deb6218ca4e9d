package id.satuatap.core.access;

import id.satuatap.core.shared.Ids;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** A membership for each account of the demo that belongs to a government. */
@Order(1)
public final class MembershipDemo implements DemoData {

    @Override
    public void load(Demo demo) throws SQLException {
        for (var tenant : DemoTenant.ALL) {
            demo.become(tenant.id());
            users(demo, tenant);
            clients(demo, tenant);
        }
    }

    private static void users(Demo demo, DemoTenant tenant) throws SQLException {
        for (var user : demo.accounts().users()) {
            if (tenant.slug().equals(user.tenant()) && !user.role().equals("citizen")) {
                var account = new Account(demo.accounts().issuer(), user.subject(), user.name(), user.email(), false);
                membership(demo.connection(), person(demo.connection(), account), user.role());
            }
        }
    }

    private static void clients(Demo demo, DemoTenant tenant) throws SQLException {
        for (var client : demo.accounts().clients()) {
            if (tenant.slug().equals(client.tenant())) {
                var account = new Account(demo.accounts().issuer(), client.clientId(), client.clientId(), null, true);
                membership(demo.connection(), person(demo.connection(), account), client.role());
            }
        }
    }

    /** The person of this account in the present tenant, made where it is missing. */
    public static UUID person(Connection connection, Account account) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into access.person (id, issuer, subject, name, email, machine)
                select md5(tenancy.current_tenant() || issuer || subject)::uuid, issuer, subject, name, email, machine
                  from (values (?, ?, ?, ?, ?)) as account (issuer, subject, name, email, machine)
                on conflict (tenant_id, issuer, subject) do update set name = excluded.name
                returning id
                """)) {
            insert.setString(1, account.issuer());
            insert.setString(2, account.subject());
            insert.setString(3, account.name());
            insert.setString(4, account.email());
            insert.setBoolean(5, account.machine());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** Only for those who never were members here: what was ended or changed since stays ended or changed. */
    private static void membership(Connection connection, UUID person, String role) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into access.membership (id, person_id, role, valid_from)
                select ?, ?, ?, '2026-01-01' where not exists (select from access.membership m where m.person_id = ?)
                """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, person);
            insert.setString(3, role);
            insert.setObject(4, person);
            insert.executeUpdate();
        }
    }
}
