package id.satuatap.core.spbe;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OfficialResultRepository {

    private static final TypeReference<Map<String, BigDecimal>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, BigDecimal>>> VALUES_BY_KEY = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Integer>> LEVELS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    OfficialResultRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Flux<PublishedResult> after(ResultFilter filter, int position, int most) {
        return database.sql("""
                        select r.id, r.region_code, r.body, r.kind, r.year, r.instrument, r.index, r.predicate, r.domains, r.aspects,
                               r.indicators, r.complete, r.source, s.title, r.note
                          from spbe.official_result r join spbe.source s on s.key = r.source
                         where r.id > :position
                           and (:year is null or r.year = :year)
                           and (:province is null or r.province = :province)
                           and (:region is null or r.region_code = :region)
                           and (:kind is null or r.kind = :kind)
                         order by r.id
                         limit %d
                        """.formatted(most))
                .bind("position", position)
                .bind("year", Parameters.in(R2dbcType.INTEGER, filter.year()))
                .bind("province", Parameters.in(R2dbcType.VARCHAR, filter.province()))
                .bind("region", Parameters.in(R2dbcType.VARCHAR, filter.region()))
                .bind(
                        "kind",
                        Parameters.in(
                                R2dbcType.VARCHAR, filter.kind() == null ? null : PublishedResult.key(filter.kind())))
                .map(this::result)
                .all();
    }

    /** Of one province, in one row for each publication: rows cost more than what they hold. The widest of a year comes first. */
    Flux<Publication> publications(String province, int year) {
        return database.sql("""
                        select p.*, s.title
                          from (select year, instrument, source, count(*) as width,
                                       json_object_agg(region_code, index) filter (where index is not null) as indexes,
                                       json_object_agg(region_code, predicate) filter (where year = :year and predicate is not null) as predicates,
                                       json_object_agg(region_code, domains) filter (where year = :year) as domains
                                  from spbe.official_result
                                 where province = :province and region_code is not null
                                 group by year, instrument, source) p
                          join spbe.source s on s.key = p.source
                         order by year, width desc, source, instrument
                        """)
                .bind("year", year)
                .bind("province", province)
                .map(this::publication)
                .all();
    }

    Mono<Integer> newestYear(String province, int regencies) {
        return database.sql("""
                        select year from spbe.official_result
                         where province = :province and region_code <> :province and index is not null
                         group by year
                         order by 2 * count(distinct region_code) >= :regencies desc, year desc
                         limit 1
                        """)
                .bind("province", province)
                .bind("regencies", regencies)
                .map(row -> required(row, "year", Integer.class))
                .one();
    }

    private Publication publication(Readable row) {
        return new Publication(
                required(row, "year", Integer.class),
                required(row, "instrument", String.class),
                required(row, "source", String.class),
                required(row, "title", String.class),
                byKey(row, "indexes", VALUES),
                byKey(row, "predicates", WORDS),
                byKey(row, "domains", VALUES_BY_KEY));
    }

    /** An object that the database put together; null where nothing was to put. */
    private <T> Map<String, T> byKey(Readable row, String column, TypeReference<Map<String, T>> type) {
        var object = row.get(column, Json.class);
        return object == null ? Map.of() : json.readValue(object.asArray(), type);
    }

    private PublishedResult result(Readable row) {
        var result = new OfficialResult(
                row.get("region_code", String.class),
                required(row, "body", String.class),
                OfficialResult.Kind.valueOf(required(row, "kind", String.class).toUpperCase(java.util.Locale.ROOT)),
                required(row, "year", Integer.class),
                required(row, "instrument", String.class),
                row.get("index", BigDecimal.class),
                row.get("predicate", String.class),
                json.readValue(required(row, "domains", Json.class).asString(), VALUES),
                json.readValue(required(row, "aspects", Json.class).asString(), VALUES),
                json.readValue(required(row, "indicators", Json.class).asString(), LEVELS),
                required(row, "complete", Boolean.class),
                required(row, "source", String.class),
                row.get("note", String.class));
        return new PublishedResult(required(row, "id", Integer.class), result, required(row, "title", String.class));
    }
}
