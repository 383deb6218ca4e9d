package id.satuatap.identity.client;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clients, as the setup wrote them; the server only reads them. */
@Repository
class ClientRepository {

    private static final String COLUMNS = "id, kind, secret_hash, name, callback, after_sign_out";

    private final JdbcClient database;

    ClientRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Client> find(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // no client has one, and PostgreSQL can't compare it
        }
        return database.sql("select " + COLUMNS + " from client where id = :id")
                .param("id", id)
                .query(Client.class)
                .optional();
    }

    List<Client> applications() {
        return database.sql("select " + COLUMNS + " from client where kind = 'APPLICATION' order by id")
                .query(DataClassRowMapper.newInstance(Client.class))
                .list();
    }
}
