package id.satuatap.twin;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of saving an answer, as core has it. */
@Repository
class AnswerRepository {

    record Assessment(int year, String instrument, String stage) {}

    record Answer(
            int indicator,
            @Nullable BigDecimal level,
            String fact,
            String analysis,
            int version,
            @Nullable String updatedBy,
            @Nullable Instant updatedAt) {}

    private static final String COLUMNS = "indicator, level, fact, analysis, version, updated_by, updated_at";

    private static final String NAMED = """
            select a.*, p.name as updated_by_name
              from %s a left join access.person p on p.tenant_id = a.tenant_id and p.id = a.updated_by
            """;

    private final JdbcClient database;

    AnswerRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Assessment> assessment(UUID id) {
        return database.sql("""
                        select id, year, instrument, stage, simulated, version, created_at, shared_at
                          from spbe.assessment where id = :id
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Assessment(row.getInt("year"), row.getString("instrument"), row.getString("stage")))
                .optional();
    }

    Optional<Answer> insert(UUID assessment, Answer answer, UUID by) {
        return bound(kept("""
                        insert into spbe.answer (assessment_id, stage, indicator, level, fact, analysis, version, updated_by)
                        values (:assessment, 'SELF', :indicator, :level, :fact, :analysis, 1, :by)
                        on conflict (tenant_id, assessment_id, stage, indicator) do nothing
                        """), assessment, answer, by)
                .query(AnswerRepository::answer)
                .optional();
    }

    Optional<Answer> update(UUID assessment, Answer answer, UUID by) {
        return bound(kept("""
                        update spbe.answer
                           set level = :level, fact = :fact, analysis = :analysis, version = version + 1,
                               updated_by = :by, updated_at = now()
                         where assessment_id = :assessment and stage = 'SELF' and indicator = :indicator and version = :version
                        """), assessment, answer, by)
                .param("version", answer.version())
                .query(AnswerRepository::answer)
                .optional();
    }

    private JdbcClient.StatementSpec kept(String change) {
        return database.sql("""
                with saved as (%s returning %s),
                     kept as (insert into spbe.answer_version (assessment_id, indicator, version, level, fact, analysis, saved_by)
                              select :assessment, indicator, version, level, fact, analysis, :by from saved)
                %s""".formatted(change, "tenant_id, " + COLUMNS, NAMED.formatted("saved")));
    }

    void append(UUID event, UUID assessment, String data, UUID by, @Nullable String requestId) {
        database.sql("""
                        with event as (
                          insert into outbox.event (id, type, subject, data, actor, request_id)
                          values (:id, :type, :subject, :data, :actor, :requestId))
                        insert into outbox.delivery (event_id, listener) values (:id, 'audit')
                        """)
                .param("id", event)
                .param("type", "spbe.answer-saved")
                .param("subject", assessment)
                .param("data", data, Types.OTHER)
                .param("actor", by)
                .param("requestId", requestId, Types.VARCHAR)
                .update();
    }

    /** To be called once the transaction is committed, as core does. */
    void announce(UUID tenant, UUID event) {
        database.sql("select pg_notify('satuatap_event', :event)")
                .param("event", tenant + "/" + event)
                .query((row, number) -> number)
                .single();
    }

    List<IndicatorView.EvidenceView> evidence(UUID assessment, int indicator) {
        return database.sql("""
                        select e.id, e.document_id, d.name, d.media_type, d.size, d.added_at, p.name as added_name
                          from spbe.evidence e
                          join document.document d on d.tenant_id = e.tenant_id and d.id = e.document_id
                          left join access.person p on p.tenant_id = d.tenant_id and p.id = d.added_by
                         where e.removed_at is null
                        and e.assessment_id = :assessment and e.indicator = :indicator order by e.id
                        """)
                .param("assessment", assessment)
                .param("indicator", indicator)
                .query((row, number) -> new IndicatorView.EvidenceView(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("document_id", UUID.class)),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        instant(row, "added_at"),
                        row.getString("added_name")))
                .list();
    }

    List<IndicatorView.SavedVersion> versions(UUID assessment, int indicator) {
        return database.sql("""
                        select v.level, v.fact, v.analysis, v.saved_at, p.name as saved_by_name
                          from spbe.answer_version v
                          left join access.person p on p.tenant_id = v.tenant_id and p.id = v.saved_by
                         where v.assessment_id = :assessment and v.stage = 'SELF' and v.indicator = :indicator
                         order by v.version desc
                         limit 50
                        """)
                .param("assessment", assessment)
                .param("indicator", indicator)
                .query((row, number) -> new IndicatorView.SavedVersion(
                        row.getBigDecimal("level"),
                        row.getString("fact"),
                        row.getString("analysis"),
                        instant(row, "saved_at"),
                        row.getString("saved_by_name")))
                .list();
    }

    Map<Integer, BigDecimal> levels(UUID assessment) {
        var levels = new HashMap<Integer, BigDecimal>();
        database.sql("""
                        select indicator, level from spbe.answer
                         where assessment_id = :assessment and stage = 'SELF' and level is not null
                        """).param("assessment", assessment).query(row -> {
            levels.put(row.getInt("indicator"), row.getBigDecimal("level"));
        });
        return levels;
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec sql, UUID assessment, Answer answer, UUID by) {
        return sql.param("assessment", assessment)
                .param("indicator", answer.indicator())
                .param("level", answer.level(), Types.NUMERIC)
                .param("fact", answer.fact())
                .param("analysis", answer.analysis())
                .param("by", by);
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getInt("indicator"),
                row.getBigDecimal("level"),
                row.getString("fact"),
                row.getString("analysis"),
                row.getInt("version"),
                row.getString("updated_by_name"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
