package id.satuatap.core.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.satuatap.core.shared.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The trail for other programs, with ids beside today's names; read and sent a part at a time, so that its length costs no memory. The one in people's words is the workspace's. */
@Component
class AuditExport {

    private static final int PART = 500;
    private static final List<String> HEAD = List.of(
            "position",
            "at",
            "kind",
            "action",
            "person",
            "name",
            "email",
            "roles",
            "object",
            "subject",
            "called",
            "detail");

    private final AuditLines lines;
    private final JsonMapper json;

    AuditExport(AuditLines lines, JsonMapper json) {
        this.lines = lines;
        this.json = json;
    }

    Flux<String> of(AuditFilter filter) {
        var rows = part(Long.MAX_VALUE, filter)
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : part(part.getLast().line().position(), filter))
                .map(this::text);
        return Flux.concat(Mono.fromSupplier(() -> row(HEAD)), rows);
    }

    private Mono<List<AuditLines.Read>> part(long before, AuditFilter filter) {
        return lines.before(before, filter, PART);
    }

    private String text(List<AuditLines.Read> part) {
        return part.stream().map(read -> row(cells(read))).collect(Collectors.joining());
    }

    private List<String> cells(AuditLines.Read read) {
        var line = read.line();
        var who = read.who();
        var what = read.what();
        return List.of(
                String.valueOf(line.position()),
                line.at().toString(),
                line.kind().name(),
                line.action(),
                who == null ? "" : who.id().toString(),
                who == null ? "" : SpreadsheetText.of(who.name()),
                who == null ? "" : SpreadsheetText.of(who.email()),
                who == null ? "" : roles(who),
                what == null ? "" : what.kind(),
                SpreadsheetText.of(line.subject()),
                what == null || line.kind() == Entry.Kind.REFUSAL ? "" : SpreadsheetText.of(what.name()),
                json.writeValueAsString(new TreeMap<>(read.detail())));
    }

    private static String roles(AuditLines.Who who) {
        return who.roles().stream().map(role -> role.key()).sorted().collect(Collectors.joining(" "));
    }

    private static String row(List<String> cells) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
