package id.satuatap.core.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.satuatap.core.shared.SpreadsheetText;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The trail for a spreadsheet, as Indonesian Excel opens it; read and sent a part at a time, so that its length costs no memory. */
@Component
class AuditExport {

    private static final int PART = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");
    private static final List<String> HEAD = List.of(
            "Urutan", "Waktu", "Jenis", "Tindakan", "Pelaku", "Alamat e-mail", "Peran saat itu", "Objek", "Rincian");

    private final AuditLines lines;

    AuditExport(AuditLines lines) {
        this.lines = lines;
    }

    Flux<String> of(AuditFilter filter, ZoneId zone) {
        var rows = part(Long.MAX_VALUE, filter)
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : part(part.getLast().line().position(), filter))
                .map(part -> text(part, zone));
        return Flux.concat(Mono.fromSupplier(() -> BYTE_ORDER_MARK + row(HEAD)), rows);
    }

    private Mono<List<AuditLines.Read>> part(long before, AuditFilter filter) {
        return lines.before(before, filter, PART);
    }

    private static String text(List<AuditLines.Read> part, ZoneId zone) {
        return part.stream().map(read -> row(cells(read, zone))).collect(Collectors.joining());
    }

    private static List<String> cells(AuditLines.Read read, ZoneId zone) {
        var line = read.line();
        var who = read.who();
        var what = read.what();
        return List.of(
                String.valueOf(line.position()),
                MOMENT.format(line.at().atZone(zone)),
                line.kind() == Entry.Kind.CHANGE ? "Perubahan" : "Penolakan",
                line.action(),
                who == null ? "sistem" : who.erased() ? "(dihapus)" : SpreadsheetText.of(who.name()),
                who == null ? "" : SpreadsheetText.of(who.email()),
                who == null ? "" : roles(who),
                what == null ? "" : SpreadsheetText.of(what.name() == null ? what.id() : what.name()),
                SpreadsheetText.of(new TreeMap<>(read.detail()).toString().replaceAll("^\\{|}$", "")));
    }

    private static String roles(AuditLines.Who who) {
        return who.roles().isEmpty()
                ? "bukan anggota"
                : who.roles().stream().map(role -> role.key()).sorted().collect(Collectors.joining(", "));
    }

    private static String row(List<String> cells) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(cells);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
