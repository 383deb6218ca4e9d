package id.satuatap.core.tenancy;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
class RegionRepository {

    private final DatabaseClient database;

    RegionRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Region> withParts(String code) {
        return database.sql("""
                        select code, name, kind, parent_code, latitude, longitude
                          from tenancy.region
                         where code = :code or parent_code = :code
                         order by code
                        """)
                .bind("code", code)
                .map(RegionRepository::region)
                .all();
    }

    private static Region region(Readable row) {
        return new Region(
                required(row, "code", String.class),
                required(row, "name", String.class),
                required(row, "kind", String.class),
                row.get("parent_code", String.class),
                required(row, "latitude", Double.class),
                required(row, "longitude", Double.class));
    }
}
