package id.satuatap.core.tenancy.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.annotation.Order;

/** The governments themselves, and which province each regency is in. */
@Order(0)
final class TenantDemo implements DemoData {

    @Override
    public void load(Demo demo) throws SQLException {
        for (var tenant : DemoTenant.ALL) {
            tenant(demo.connection(), tenant);
        }
        for (var tenant : DemoTenant.ALL) {
            if (tenant.parent() != null) {
                parent(demo.connection(), tenant, tenant.parent());
            }
        }
    }

    private static void tenant(Connection connection, DemoTenant tenant) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
                values (?, ?, ?, ?, ?, 'ACTIVE', true, ?, 'Asia/Jakarta')
                on conflict (id) do nothing
                """)) {
            insert.setObject(1, tenant.id());
            insert.setString(2, tenant.kind());
            insert.setString(3, tenant.code());
            insert.setString(4, tenant.slug());
            insert.setString(5, tenant.name());
            insert.setString(6, tenant.accent());
            insert.executeUpdate();
        }
    }

    private static void parent(Connection connection, DemoTenant tenant, String province) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into tenancy.tenant_parent (tenant_id, parent_id, valid_from) values (?, ?, '2001-01-01')
                on conflict do nothing
                """)) {
            insert.setObject(1, tenant.id());
            insert.setObject(2, DemoTenant.id(province));
            insert.executeUpdate();
        }
    }
}
