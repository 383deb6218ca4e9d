package id.satuatap.core.database;

import static id.satuatap.core.shared.Columns.required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class CatalogueRepository {

    private final DatabaseClient database;
    private final String gate;

    CatalogueRepository(DatabaseClient database) {
        this.database = database;
        try {
            this.gate = new ClassPathResource("catalogue-gate.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What is wrong with the schema, a sentence each. */
    Flux<String> problems() {
        return database.sql(gate)
                .map(row -> required(row, "problem", String.class))
                .all();
    }

    /** Such as 180006 for 18.6. */
    Mono<Integer> serverVersion() {
        return database.sql("select current_setting('server_version_num')::int as version")
                .map(row -> required(row, "version", Integer.class))
                .one();
    }
}
