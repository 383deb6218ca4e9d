package id.satuatap.core.spbe;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OfficialResultRepository {

    private static final TypeReference<Map<String, BigDecimal>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Integer>> LEVELS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    OfficialResultRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Which results are asked for; null means any. */
    record Filter(
            @Nullable Integer year,
            @Nullable String province,
            @Nullable String region,
            OfficialResult.@Nullable Kind kind) {

        static final Filter ALL = new Filter(null, null, null, null);
    }

    Flux<PublishedResult> after(Filter filter, int position, int most) {
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

    /** Of one province, without what an overview doesn't show, in one row for each region: rows cost more than what they hold. */
    Flux<PublishedHistory> histories(String province, int year, Map<String, String> titles) {
        return database.sql("""
                        select region_code, array_agg(year) as years, array_agg(index) as indexes, array_agg(instrument) as instruments,
                               array_agg(source) as sources, max(predicate) filter (where year = :year) as predicate,
                               (array_agg(domains) filter (where year = :year))[1] as domains
                          from spbe.official_result
                         where province = :province and region_code is not null
                         group by region_code
                         order by region_code
                        """)
                .bind("year", year)
                .bind("province", province)
                .map(row -> history(row, titles))
                .all();
    }

    /** The titles of all sources, by key. */
    Mono<Map<String, String>> titles() {
        return database.sql("select key, title from spbe.source")
                .map(row -> Map.entry(required(row, "key", String.class), required(row, "title", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private PublishedHistory history(Readable row, Map<String, String> titles) {
        var years = required(row, "years", Integer[].class);
        var indexes = required(row, "indexes", BigDecimal[].class);
        var instruments = required(row, "instruments", String[].class);
        var sources = required(row, "sources", String[].class);
        var results = IntStream.range(0, years.length)
                .mapToObj(i -> new PublishedIndex(
                        years[i], instruments[i], indexes[i], sources[i], titles.getOrDefault(sources[i], sources[i])))
                .toList();
        var domains = row.get("domains", Json.class);
        return new PublishedHistory(
                required(row, "region_code", String.class),
                results,
                row.get("predicate", String.class),
                domains == null ? Map.of() : json.readValue(domains.asString(), VALUES));
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
