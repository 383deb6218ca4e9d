package id.satuatap.faults.keep;

import id.satuatap.stack.Stack;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Saves answers one after the other, notes how each ended, and compares that with what is kept. */
final class Answers {

    /** What was answered: a status, or 0 if the connection broke. */
    record Write(String mark, int status, String body, Duration took, boolean retryAfter) {}

    private static final int INDICATORS = 20; // so many has the smallest instrument

    private final Door door;
    private final String assessment;
    private final String run = "m" + UUID.randomUUID().toString().replace("-", "");
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final List<Write> writes = new ArrayList<>();

    Answers(Door door, String assessment) {
        this.door = door;
        this.assessment = assessment;
    }

    Write save() {
        var number = writes.size() % INDICATORS + 1;
        var mark = run + "x" + writes.size();
        var since = Instant.now();
        var write = write(number, mark, since);
        if (write.status == 200) {
            versions.merge(number, 1, Integer::sum);
        } else {
            versions.remove(number);
        }
        writes.add(write);
        return write;
    }

    private Write write(int number, String mark, Instant since) {
        try {
            var version = versions.containsKey(number) ? versions.get(number) : version(number);
            versions.put(number, version);
            var answer = door.put(
                    Sample.ASSESSOR,
                    assessment + "/indicators/" + number,
                    Sample.answer(mark),
                    "If-Match",
                    "\"" + version + "\"");
            return new Write(
                    mark,
                    answer.statusCode(),
                    answer.statusCode() == 200 ? "" : answer.body(),
                    Duration.between(since, Instant.now()),
                    answer.headers().firstValue("Retry-After").isPresent());
        } catch (UncheckedIOException | IllegalStateException broken) {
            return new Write(mark, 0, broken.toString(), Duration.between(since, Instant.now()), false);
        }
    }

    private int version(int number) {
        var answer = door.get(Sample.ASSESSOR, assessment + "/indicators/" + number);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("reading: " + answer.statusCode());
        }
        return JsonMapper.shared().readTree(answer.body()).get("version").asInt();
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }

    long acknowledged() {
        return writes.stream().filter(write -> write.status == 200).count();
    }

    /** Acknowledged writes that are not kept exactly once, and refused ones that are kept. */
    List<String> faults(Stack stack) throws SQLException {
        var faults = new ArrayList<String>();
        var kept = kept(stack);
        for (var write : writes) {
            var times = kept.stream().filter(write.mark::equals).count();
            if (write.status == 200 && times != 1) {
                faults.add("%s acknowledged, kept %d times".formatted(write.mark, times));
            } else if (times > 1 || (write.status == 507 && times > 0)) {
                faults.add("%s answered %d, kept %d times".formatted(write.mark, write.status, times));
            }
        }
        return faults;
    }

    private List<String> kept(Stack stack) throws SQLException {
        var marks = new ArrayList<String>();
        try (var connection = stack.database().superuser(id.satuatap.stack.Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select split_part(fact, ' ', 1) from spbe.answer_version where fact like '%s%%'"
                                .formatted(run))) {
            while (rows.next()) {
                marks.add(rows.getString(1));
            }
        }
        return marks;
    }

    /** Whose answers of others than these: for a hash that leaves them out. */
    String run() {
        return run;
    }

    static Map<Integer, Integer> statuses(List<Write> writes) {
        var counts = new HashMap<Integer, Integer>();
        writes.forEach(write -> counts.merge(write.status, 1, Integer::sum));
        return counts;
    }

    static boolean onlyCleanRefusals(List<Write> writes) {
        var seen = new HashSet<>(statuses(writes).keySet());
        seen.removeAll(List.of(200, 503, 507));
        return seen.isEmpty();
    }
}
