package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.access.Person;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers of the self-assessment. The later stages have rows of their own beside these. */
@Repository
class AnswerRepository {

    private static final String COLUMNS = "indicator, level, fact, analysis, version, updated_by, updated_at";

    private static final String NAMED = """
            select a.*, %s as updated_by_name
              from %%s a left join access.person p on p.tenant_id = a.tenant_id and p.id = a.updated_by
            """.formatted(Person.NAME);

    private final DatabaseClient database;

    AnswerRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Answer> all(UUID assessment) {
        return database.sql("""
                        select %s, null as updated_by_name from spbe.answer
                         where assessment_id = :assessment and stage = 'SELF'
                         order by indicator
                        """.formatted(COLUMNS))
                .bind("assessment", assessment)
                .map(AnswerRepository::answer)
                .all();
    }

    /** The levels given so far, by indicator, without the texts. */
    Mono<Map<Integer, BigDecimal>> levels(UUID assessment) {
        return database.sql("""
                        select indicator, level from spbe.answer
                         where assessment_id = :assessment and stage = 'SELF' and level is not null
                        """)
                .bind("assessment", assessment)
                .map(row ->
                        Map.entry(required(row, "indicator", Integer.class), required(row, "level", BigDecimal.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Answer> find(UUID assessment, int indicator) {
        return database.sql(NAMED.formatted("spbe.answer") + """
                         where a.assessment_id = :assessment and a.stage = 'SELF' and a.indicator = :indicator
                        """)
                .bind("assessment", assessment)
                .bind("indicator", indicator)
                .map(AnswerRepository::answer)
                .one();
    }

    /** The first version; empty when somebody else was first. */
    Mono<Answer> insert(UUID assessment, Answer answer, UUID by) {
        return bound(kept("""
                        insert into spbe.answer (assessment_id, stage, indicator, level, fact, analysis, version, updated_by)
                        values (:assessment, 'SELF', :indicator, :level, :fact, :analysis, 1, :by)
                        on conflict (tenant_id, assessment_id, stage, indicator) do nothing
                        """), assessment, answer, by)
                .map(AnswerRepository::answer)
                .one();
    }

    /** The next version; empty when the one that the caller saw is no longer the newest. */
    Mono<Answer> update(UUID assessment, Answer answer, UUID by) {
        return bound(kept("""
                        update spbe.answer
                           set level = :level, fact = :fact, analysis = :analysis, version = version + 1,
                               updated_by = :by, updated_at = now()
                         where assessment_id = :assessment and stage = 'SELF' and indicator = :indicator and version = :version
                        """), assessment, answer, by)
                .bind("version", answer.version())
                .map(AnswerRepository::answer)
                .one();
    }

    /** Changes an answer and keeps what it says now as a version, in one statement. */
    private DatabaseClient.GenericExecuteSpec kept(String change) {
        return database.sql("""
                with saved as (%s returning %s),
                     kept as (insert into spbe.answer_version (assessment_id, indicator, version, level, fact, analysis, saved_by)
                              select :assessment, indicator, version, level, fact, analysis, :by from saved)
                %s""".formatted(change, "tenant_id, " + COLUMNS, NAMED.formatted("saved")));
    }

    Flux<Map<String, Object>> savedBy(UUID person) {
        return database.sql("""
                        select assessment_id, indicator, version, saved_at from spbe.answer_version
                         where saved_by = :person order by saved_at desc limit 1000
                        """)
                .bind("person", person)
                .map(row -> Map.<String, Object>of(
                        "assessment", required(row, "assessment_id", UUID.class),
                        "indicator", required(row, "indicator", Integer.class),
                        "version", required(row, "version", Integer.class),
                        "at", required(row, "saved_at", Instant.class)))
                .all();
    }

    /** The newest first. */
    Flux<IndicatorView.SavedVersion> versions(UUID assessment, int indicator) {
        return database.sql("""
                        select v.level, v.fact, v.analysis, v.saved_at, %s as saved_by_name
                          from spbe.answer_version v
                          left join access.person p on p.tenant_id = v.tenant_id and p.id = v.saved_by
                         where v.assessment_id = :assessment and v.stage = 'SELF' and v.indicator = :indicator
                         order by v.version desc
                         limit 50
                        """.formatted(Person.NAME))
                .bind("assessment", assessment)
                .bind("indicator", indicator)
                .map(row -> new IndicatorView.SavedVersion(
                        row.get("level", BigDecimal.class),
                        required(row, "fact", String.class),
                        required(row, "analysis", String.class),
                        required(row, "saved_at", Instant.class),
                        row.get("saved_by_name", String.class)))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec sql, UUID assessment, Answer answer, UUID by) {
        return sql.bind("assessment", assessment)
                .bind("indicator", answer.indicator())
                .bind("level", Parameters.in(R2dbcType.NUMERIC, answer.level()))
                .bind("fact", answer.fact())
                .bind("analysis", answer.analysis())
                .bind("by", by);
    }

    private static Answer answer(Readable row) {
        return new Answer(
                required(row, "indicator", Integer.class),
                row.get("level", BigDecimal.class),
                required(row, "fact", String.class),
                required(row, "analysis", String.class),
                required(row, "version", Integer.class),
                row.get("updated_by_name", String.class),
                required(row, "updated_at", Instant.class));
    }
}
