package id.satuatap.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's list that has pages: its record of changes. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    record Page(List<EntryView> items, @Nullable String next) {}

    record EntryView(
            long position,
            Instant at,
            String kind,
            String action,
            @Nullable String actor,
            @Nullable String subject,
            JsonNode detail) {}

    private static final Set<String> READERS = Set.of("tenant-admin", "coordinator", "data-protection-officer");

    private final JdbcClient database;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    AuditController(JdbcClient database, TenantTransactions transactions, JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.json = json;
    }

    @GetMapping
    Page list(
            @RequestAttribute("id.satuatap.twin.Caller") Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String kind) {
        caller.needOneOf(READERS);
        int most = limit == null ? 50 : limit;
        if (most < 1 || most > 200) {
            throw new Refused(400, "request.invalid");
        }
        var rows = transactions.read(
                caller.tenant().id().toString(), () -> before(after == null ? Long.MAX_VALUE : after, kind, most + 1));
        if (rows.size() <= most) {
            return new Page(rows, null);
        }
        var items = List.copyOf(rows.subList(0, most));
        return new Page(items, String.valueOf(items.getLast().position()));
    }

    private List<EntryView> before(long position, @Nullable String kind, int most) {
        return database.sql("""
                        select position, occurred_at, kind, action, actor, actor_name, subject, data from audit.entry
                         where position < :before and (:kind is null or kind = :kind)
                         order by position desc
                         limit %d
                        """.formatted(most))
                .param("before", position)
                .param("kind", kind, Types.VARCHAR)
                .query(this::view)
                .list();
    }

    private EntryView view(ResultSet row, int number) throws SQLException {
        var name = row.getString("actor_name");
        return new EntryView(
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("kind"),
                row.getString("action"),
                name == null ? row.getString("actor") : name,
                row.getString("subject"),
                json.readTree(row.getString("data")));
    }
}
