package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.MembershipDemo;
import id.satuatap.core.spbe.Instrument;
import id.satuatap.core.spbe.Instruments;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Invented self-assessments for the demo regencies, since none of theirs is published. They say DATA SIMULASI in their own text and by their
 * flag. Made once: what people change or add afterwards stays.
 */
final class AssessmentDemo implements DemoData {

    private static final int YEAR = 2025;
    private static final String INSTRUMENT = "permenpanrb-59-2020";
    private static final Account AUTHOR = new Account("setup", "simulasi", "DATA SIMULASI", null, true);
    private static final String FACT = "DATA SIMULASI: dokumen contoh untuk peragaan, bukan milik pemerintah daerah.";
    private static final String ANALYSIS = "DATA SIMULASI: tingkat dipilih secara acak untuk peragaan.";

    /** How many indicators of a regency have a level, around which one, and whether its province got a copy. */
    private record Plan(int answered, int around, boolean shared) {}

    private static final Map<String, Plan> PLANS = Map.of(
            "rembang", new Plan(47, 4, true),
            "bojonegoro", new Plan(47, 3, true),
            "bangkalan", new Plan(25, 3, false),
            "rejanglebong", new Plan(30, 3, false),
            "lebong", new Plan(47, 3, true),
            "kepahiang", new Plan(41, 2, true));

    private final Instrument instrument = new Instruments().get(INSTRUMENT);

    @Override
    public void load(Demo demo) throws SQLException {
        for (var tenant : DemoTenant.ALL) {
            var plan = PLANS.get(tenant.slug());
            if (plan != null && tenant.parent() != null) {
                load(demo, tenant, plan, DemoTenant.id(tenant.parent()));
            }
        }
    }

    private void load(Demo demo, DemoTenant tenant, Plan plan, UUID province) throws SQLException {
        var connection = demo.connection();
        var assessment = Demo.id("assessment " + tenant.slug());
        demo.become(tenant.id());
        var author = MembershipDemo.person(connection, AUTHOR);
        if (!start(connection, assessment, author)) {
            return;
        }
        var levels = levels(tenant, plan);
        answers(connection, assessment, levels, author);
        if (plan.shared()) {
            var snapshot = snapshot(tenant, levels);
            new SharingDemo(demo, tenant, assessment, snapshot).share(province, author);
        }
    }

    private static boolean start(Connection connection, UUID assessment, UUID author) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into spbe.assessment (id, year, instrument, simulated, created_by) values (?, ?, ?, true, ?)
                on conflict do nothing
                """)) {
            insert.setObject(1, assessment);
            insert.setInt(2, YEAR);
            insert.setString(3, INSTRUMENT);
            insert.setObject(4, author);
            return insert.executeUpdate() == 1;
        }
    }

    private static void answers(Connection connection, UUID assessment, Map<Integer, BigDecimal> levels, UUID author)
            throws SQLException {
        try (var answer = connection.prepareStatement("""
                        insert into spbe.answer (assessment_id, indicator, level, fact, analysis, version, updated_by)
                        values (?, ?, ?, ?, ?, 1, ?)
                        """);
                var version = connection.prepareStatement("""
                        insert into spbe.answer_version (assessment_id, indicator, level, fact, analysis, version, saved_by)
                        values (?, ?, ?, ?, ?, 1, ?)
                        """)) {
            for (var statement : List.of(answer, version)) {
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

    private Snapshot snapshot(DemoTenant tenant, Map<Integer, BigDecimal> levels) {
        var score = instrument.score(YEAR, levels);
        return new Snapshot(
                tenant.slug(),
                tenant.code(),
                tenant.name(),
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

    /** The same for the same regency each time: around its level, one more or less. */
    private Map<Integer, BigDecimal> levels(DemoTenant tenant, Plan plan) {
        var random = new Random(tenant.slug().hashCode());
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
