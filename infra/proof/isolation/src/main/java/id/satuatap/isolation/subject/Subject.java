package id.satuatap.isolation.subject;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.SmallPdf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the proofs have to be told of a feature. Everything else they read: operations from the description of the API, tables from the catalogue, who may from the table of rights.
 *
 * @param path of the operations that it is about; of several the longest counts
 * @param tables with rows of tenants, as {@code schema.table}: the permission that lets one see their texts
 * @param fixed columns in which the program reads a meaning, as {@code schema.table.column}: no canary there
 * @param own paths that tell who asks of himself
 * @param maker gives something on which each of the operations succeeds now: its path parameters
 * @param renewal what must be new in an example, so that the request succeeds again
 */
public record Subject(
        String path, Map<String, String> tables, Set<String> fixed, Set<String> own, Maker maker, Renewal renewal) {

    public static final String PUBLIC = "public";
    public static final String NOBODY = "nobody";

    /** Of the features in the order in which their things can be made. */
    public static final List<Subject> ALL = List.of(
            Tenancy.SUBJECT,
            Outbox.SUBJECT,
            Members.SUBJECT,
            Invitations.SUBJECT,
            Audit.SUBJECT,
            Offices.SUBJECT,
            Offices.POSTS,
            Offices.APPOINTMENTS,
            Announcements.SUBJECT,
            Announcements.READ,
            WorkingCalendar.SUBJECT,
            WorkingCalendar.READ,
            Instruments.SUBJECT,
            Assessments.SUBJECT,
            Evidence.SUBJECT,
            Documents.SUBJECT,
            ControlRoom.SUBJECT,
            Figures.SUBJECT,
            Privacy.SUBJECT,
            Outbox.PARKED);

    /** Where something is made, and for whom who is going to ask. */
    public record Making(Fixture fixture, String tenant, Principal asker) {

        /** Somebody who may do this here. */
        public Caller by(String permission) {
            return fixture.able(tenant, permission);
        }

        public JsonNode post(String permission, String path, Map<String, ?> body) {
            return must(by(permission).post(path, body)).json();
        }
    }

    @FunctionalInterface
    public interface Maker {
        Map<String, String> make(Making making);
    }

    @FunctionalInterface
    public interface Renewal {
        Map<String, Object> renewed(Making making);
    }

    static Subject of(String path) {
        return new Subject(path, Map.of(), Set.of(), Set.of(), making -> Map.of(), making -> Map.of());
    }

    /** @param fixed its columns of which no text may be changed */
    Subject table(String table, String reader, String... fixed) {
        var all = new HashMap<>(tables);
        all.put(table, reader);
        var columns = new HashSet<>(this.fixed);
        for (var column : fixed) {
            columns.add(table + "." + column);
        }
        return new Subject(path, Map.copyOf(all), Set.copyOf(columns), own, maker, renewal);
    }

    Subject tellsOneself(String... paths) {
        return new Subject(path, tables, fixed, Set.of(paths), maker, renewal);
    }

    Subject makes(Maker other) {
        return new Subject(path, tables, fixed, own, other, renewal);
    }

    Subject renews(Renewal other) {
        return new Subject(path, tables, fixed, own, maker, other);
    }

    /** Whose operation it is; one that no feature names has no parameters. */
    public static Subject at(String path) {
        return ALL.stream()
                .filter(subject -> !subject.path.isEmpty() && path.startsWith(subject.path))
                .max(java.util.Comparator.comparingInt(subject -> subject.path.length()))
                .orElseGet(() -> of(path));
    }

    public static Answer must(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }

    /** A file that is taken, with this text in it. */
    public static byte[] pdf(String text) {
        return SmallPdf.saying(text);
    }

    static Request upload(String path, byte[] content) {
        return Request.of("POST", path)
                .with("Content-Type", "application/octet-stream")
                .body(content);
    }
}
