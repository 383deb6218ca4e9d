package id.satuatap.core.office;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Conflict;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostRepository {

    private static final String SELECT = "select id, office_id, name, head, valid_from, valid_to from office.post ";

    private final DatabaseClient database;

    PostRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Post post, UUID by) {
        return database.sql("""
                        insert into office.post (id, office_id, name, head, valid_from, created_by)
                        values (:id, :office, :name, :head, :validFrom, :by)
                        """)
                .bind("id", post.id())
                .bind("office", post.office())
                .bind("name", post.name())
                .bind("head", post.head())
                .bind("validFrom", post.validFrom())
                .bind("by", by)
                .then()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("post.already"));
    }

    Flux<Post> of(UUID office) {
        return database.sql(SELECT + "where office_id = :office order by not head, position, name")
                .bind("office", office)
                .map(PostRepository::post)
                .all();
    }

    Flux<Post> all(Collection<UUID> ids) {
        return database.sql(SELECT + "where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PostRepository::post)
                .all();
    }

    private static Post post(Readable row) {
        return new Post(
                required(row, "id", UUID.class),
                required(row, "office_id", UUID.class),
                required(row, "name", String.class),
                required(row, "head", Boolean.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class));
    }
}
