package id.satuatap.core.spbe.assessment;

import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An invented assessment of a regency, shared with its province. */
record SharingDemo(Demo demo, DemoTenant regency, UUID assessment, Snapshot snapshot) {

    void share(UUID province, UUID author) throws SQLException {
        send(province, author);
        demo.become(province);
        receive();
    }

    private void send(UUID province, UUID author) throws SQLException {
        try (var insert = demo.connection().prepareStatement("""
                        insert into spbe.sharing (id, assessment_id, province_id, snapshot, shared_by, shared_at)
                        values (?, ?, ?, ?::jsonb, ?, now())
                        """);
                var update = demo.connection()
                        .prepareStatement("update spbe.assessment set shared_at = now() where id = ?")) {
            insert.setObject(1, Demo.id("sharing " + regency.slug()));
            insert.setObject(2, assessment);
            insert.setObject(3, province);
            insert.setString(4, JsonMapper.shared().writeValueAsString(snapshot));
            insert.setObject(5, author);
            insert.executeUpdate();
            update.setObject(1, assessment);
            update.executeUpdate();
        }
    }

    /** As the province: the copy. */
    private void receive() throws SQLException {
        try (var insert = demo.connection().prepareStatement("""
                insert into spbe.shared_assessment (from_tenant, assessment_id, snapshot, shared_at) values (?, ?, ?::jsonb, now())
                on conflict (tenant_id, from_tenant, assessment_id) do nothing
                """)) {
            insert.setObject(1, regency.id());
            insert.setObject(2, assessment);
            insert.setString(3, JsonMapper.shared().writeValueAsString(snapshot));
            insert.executeUpdate();
        }
    }
}
