package id.satuatap.core.calendar;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.calendar.WorkingWeek.Hours;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class WeekRepository {

    private record Row(int version, LocalDate validFrom, DayOfWeek day, Hours hours) {}

    private final DatabaseClient database;

    WeekRepository(DatabaseClient database) {
        this.database = database;
    }

    /** All weeks that hold from some day on, in the order of those days. */
    Mono<List<WorkingWeek>> all() {
        return database.sql("""
                        select w.valid_from, w.version, h.weekday, h.opens, h.closes
                          from (select distinct on (valid_from) valid_from, version from calendar.week
                                 order by valid_from, version desc) w
                          join calendar.hours h on h.version = w.version
                         order by w.valid_from, h.weekday
                        """).map(WeekRepository::row).all().collectList().map(WeekRepository::weeks);
    }

    /** How often it was set. */
    Mono<Integer> version() {
        return database.sql("select coalesce(max(version), 0) as version from calendar.week")
                .map(row -> required(row, "version", Integer.class))
                .one();
    }

    /** Nothing when somebody else set it meanwhile. */
    Mono<Long> insert(UUID id, int version, LocalDate validFrom, UUID by) {
        return database.sql("""
                        insert into calendar.week (version, id, valid_from, set_by)
                        select :version, :id, :validFrom, :by
                         where :version = 1 + (select coalesce(max(version), 0) from calendar.week)
                        on conflict do nothing
                        """)
                .bind("version", version)
                .bind("id", id)
                .bind("validFrom", validFrom)
                .bind("by", by)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> insertHours(int version, Map<DayOfWeek, Hours> hours) {
        var days = hours.keySet().stream().map(DayOfWeek::getValue).toArray(Integer[]::new);
        var opens = hours.values().stream().map(day -> day.opens().toString()).toArray(String[]::new);
        var closes = hours.values().stream().map(day -> day.closes().toString()).toArray(String[]::new);
        return database.sql("""
                        insert into calendar.hours (version, weekday, opens, closes)
                        select :version, weekday, cast(opens as time), cast(closes as time)
                          from unnest(cast(:days as int[]), cast(:opens as text[]), cast(:closes as text[])) as day (weekday, opens, closes)
                        """)
                .bind("version", version)
                .bind("days", days)
                .bind("opens", opens)
                .bind("closes", closes)
                .fetch()
                .rowsUpdated();
    }

    private static Row row(Readable row) {
        return new Row(
                required(row, "version", Integer.class),
                required(row, "valid_from", LocalDate.class),
                DayOfWeek.of(required(row, "weekday", Integer.class)),
                new Hours(required(row, "opens", LocalTime.class), required(row, "closes", LocalTime.class)));
    }

    private static List<WorkingWeek> weeks(List<Row> rows) {
        var weeks = new ArrayList<WorkingWeek>();
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            hours.put(row.day(), row.hours());
            if (at + 1 == rows.size() || rows.get(at + 1).version() != row.version()) {
                weeks.add(new WorkingWeek(row.validFrom(), hours));
                hours.clear();
            }
        }
        return weeks;
    }
}
