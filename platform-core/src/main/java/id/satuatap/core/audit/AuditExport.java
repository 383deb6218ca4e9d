package id.satuatap.core.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The trail for other programs: ids, codes, moments in UTC and the facts as they are kept; what people and things are called today is not
 * in it. Read and sent a part at a time, so that its length costs no memory. The one in people's words is the workspace's.
 */
@Component
class AuditExport {

    private static final int PART = 500;
    private static final List<String> HEAD =
            List.of("position", "at", "kind", "action", "person", "roles", "object", "subject", "detail");

    private final AuditLines lines;

    AuditExport(AuditLines lines) {
        this.lines = lines;
    }

    Flux<String> of(AuditFilter filter) {
        var rows = part(Long.MAX_VALUE, filter)
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : part(part.getLast().line().position(), filter))
                .map(AuditExport::text);
        return Flux.concat(Mono.fromSupplier(() -> row(HEAD)), rows);
    }

    private Mono<List<AuditLines.Read>> part(long before, AuditFilter filter) {
        return lines.before(before, filter, PART);
    }

    private static String text(List<AuditLines.Read> part) {
        return part.stream().map(read -> row(cells(read))).collect(Collectors.joining());
    }

    private static List<String> cells(AuditLines.Read read) {
        var line = read.line();
        var who = read.who();
        var what = read.what();
        return List.of(
                String.valueOf(line.position()),
                line.at().toString(),
                line.kind().name(),
                line.action(),
                who == null ? "" : who.id().toString(),
                who == null ? "" : roles(who),
                what == null ? "" : what.kind(),
                Objects.requireNonNullElse(line.subject(), ""),
                line.data());
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
