package id.satuatap.core.setup;

import id.satuatap.core.access.Account;
import id.satuatap.core.spbe.Instrument;
import id.satuatap.core.spbe.Instruments;
import id.satuatap.core.spbe.assessment.Snapshot;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented self-assessments for the demo regencies, since none of theirs is published. They say DATA SIMULASI in their own text and by their
 * flag. Made once: what people change or add afterwards stays.
 */
final class SimulatedAssessments {

    private static final int YEAR = 2025;
    private static final String INSTRUMENT = "permenpanrb-59-2020";
    private static final Account AUTHOR = new Account("setup", "simulasi", "DATA SIMULASI", null, true);
    private static final String FACT = "DATA SIMULASI: dokumen contoh untuk peragaan, bukan milik pemerintah daerah.";
    private static final String ANALYSIS = "DATA SIMULASI: tingkat dipilih secara acak untuk peragaan.";

    private final Connection connection;
    private final Instrument instrument = new Instruments().get(INSTRUMENT);
    private final JsonMapper json = JsonMapper.builder().build();

    SimulatedAssessments(Connection connection) {
        this.connection = connection;
    }

    /** What is invented for one regency: how many indicators have a level, and around which one. */
    record Plan(UUID tenant, String slug, String code, String name, int answered, int around) {}

    /**
     * Fills an assessment as the regency.
     *
     * @return its snapshot for sharing, or null when there was one already
     */
    @Nullable
    Snapshot fill(Plan plan, UUID assessment) throws SQLException {
        if (!start(assessment)) {
            return null;
        }
        var levels = levels(plan);
        answers(assessment, levels);
        var score = instrument.score(YEAR, levels);
        return new Snapshot(
                plan.slug(),
                plan.code(),
                plan.name(),
                YEAR,
                INSTRUMENT,
                score.rounded().index(),
                score.predicate(),
                score.complete(),
                levels.size(),
                instrument.indicators().size(),
                true,
                score.rounded().domains(),
                score.rounded().aspects(),
                levels);
    }

    /** As the regency: that it was shared. */
    void share(UUID assessment, UUID sharing, UUID province, Snapshot snapshot) throws SQLException {
        try (var insert = connection.prepareStatement("""
                        insert into spbe.sharing (id, assessment_id, province_id, snapshot, shared_by, shared_at)
                        values (?, ?, ?, ?::jsonb, ?, now())
                        """);
                var update = connection.prepareStatement("update spbe.assessment set shared_at = now() where id = ?")) {
            insert.setObject(1, sharing);
            insert.setObject(2, assessment);
            insert.setObject(3, province);
            insert.setString(4, json.writeValueAsString(snapshot));
            insert.setObject(5, DemoTenants.person(connection, AUTHOR));
            insert.executeUpdate();
            update.setObject(1, assessment);
            update.executeUpdate();
        }
    }

    /** As the province: the copy. */
    void receive(UUID from, UUID assessment, Snapshot snapshot) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into spbe.shared_assessment (from_tenant, assessment_id, snapshot, shared_at) values (?, ?, ?::jsonb, now())
                on conflict (tenant_id, from_tenant, assessment_id) do nothing
                """)) {
            insert.setObject(1, from);
            insert.setObject(2, assessment);
            insert.setString(3, json.writeValueAsString(snapshot));
            insert.executeUpdate();
        }
    }

    private boolean start(UUID assessment) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into spbe.assessment (id, year, instrument, simulated, created_by) values (?, ?, ?, true, ?)
                on conflict do nothing
                """)) {
            insert.setObject(1, assessment);
            insert.setInt(2, YEAR);
            insert.setString(3, INSTRUMENT);
            insert.setObject(4, DemoTenants.person(connection, AUTHOR));
            return insert.executeUpdate() == 1;
        }
    }

    private void answers(UUID assessment, Map<Integer, BigDecimal> levels) throws SQLException {
        var author = DemoTenants.person(connection, AUTHOR);
        try (var answer = connection.prepareStatement("""
                        insert into spbe.answer (assessment_id, indicator, level, fact, analysis, version, updated_by)
                        values (?, ?, ?, ?, ?, 1, ?)
                        """);
                var version = connection.prepareStatement("""
                        insert into spbe.answer_version (assessment_id, indicator, level, fact, analysis, version, saved_by)
                        values (?, ?, ?, ?, ?, 1, ?)
                        """)) {
            for (var statement : new java.sql.PreparedStatement[] {answer, version}) {
                for (var level : levels.entrySet()) {
                    statement.setObject(1, assessment);
                    statement.setInt(2, level.getKey());
                    statement.setBigDecimal(3, level.getValue());
                    statement.setString(4, FACT);
                    statement.setString(5, ANALYSIS);
                    statement.setObject(6, author);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /** The same for the same regency each time: around its level, one more or less. */
    private Map<Integer, BigDecimal> levels(Plan plan) {
        var random = new java.util.Random(plan.slug().hashCode());
        var levels = new TreeMap<Integer, BigDecimal>();
        for (var indicator : instrument.indicators()) {
            int level = Math.clamp(plan.around() + random.nextInt(3) - 1, 1, 5);
            if (levels.size() < plan.answered()) {
                levels.put(indicator.no(), BigDecimal.valueOf(level));
            }
        }
        return levels;
    }
}
