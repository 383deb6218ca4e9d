package id.satuatap.faults.keep;

import id.satuatap.stack.SmallPdf;
import id.satuatap.stack.Stack;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the sections write: an assessment of their own, answers and files in it. */
final class Sample {

    static final String ASSESSOR = "internal-assessor";

    private static final int LAST_YEAR = 2100;
    private static final Random RANDOM = new Random(7);

    private Sample() {}

    /** The address of a new assessment that nobody else uses, of this year or the first after it that is free. */
    static String assessment(Door door, int year) {
        var answer = door.post(ASSESSOR, "/api/v1/spbe/assessments", "{\"year\": %d}".formatted(year));
        if (answer.statusCode() == 409 && year < LAST_YEAR) {
            return assessment(door, year + 1);
        }
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("No assessment: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return "/api/v1/spbe/assessments/"
                + JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }

    static String evidence(String assessment) {
        return assessment + "/indicators/1/evidence?name=surat.pdf";
    }

    /** A PDF of content that no disk can compress. */
    static byte[] pdf(int size) {
        var content = new byte[size];
        RANDOM.nextBytes(content);
        return SmallPdf.holding(content);
    }

    /** An answer that says a mark, and fills a page of the database. */
    static String answer(String mark) {
        var noise = new StringBuilder(mark).append(' ');
        while (noise.length() < 3900) {
            noise.append(UUID.randomUUID());
        }
        return "{\"level\": 3, \"fact\": \"%s\", \"analysis\": \"%s\"}".formatted(noise, noise.substring(100));
    }

    static long number(Stack stack, String sql) throws SQLException {
        return Long.parseLong(text(stack, sql));
    }

    static String text(Stack stack, String sql) throws SQLException {
        try (var connection = stack.database().superuser(id.satuatap.stack.Database.PLATFORM);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    static void execute(Stack stack, String... statements) throws SQLException {
        try (var connection = stack.database().superuser(id.satuatap.stack.Database.PLATFORM);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
