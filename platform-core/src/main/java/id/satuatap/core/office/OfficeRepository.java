package id.satuatap.core.office;

import static id.satuatap.core.shared.Columns.required;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
class OfficeRepository {

    private final DatabaseClient database;

    OfficeRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Office> all() {
        return database.sql("select id, name, short, kind, source, certainty from opd.office order by code")
                .map(row -> new Office(
                        required(row, "id", UUID.class),
                        required(row, "name", String.class),
                        row.get("short", String.class),
                        required(row, "kind", String.class),
                        required(row, "source", String.class),
                        required(row, "certainty", String.class)))
                .all();
    }

    Flux<OfficeCount> counts() {
        return database.sql("select count, year, source, note from opd.office_count order by year desc, count desc")
                .map(row -> new OfficeCount(
                        required(row, "count", Integer.class),
                        required(row, "year", Integer.class),
                        required(row, "source", String.class),
                        row.get("note", String.class)))
                .all();
    }
}
