package id.satuatap.faults.keep;

import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Uploads cut at 1, 50 and 99 %: nothing of them stays, and their key is as good as new. */
public final class CutUploads implements Suite.Section {

    private static final String SECTION = "uploads";
    private static final int SIZE = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Kept(long files, long documents, long keys) {}

    @Override
    public void run(Suite.Run run) throws Exception {
        var stack = run.stack();
        var assessment = Sample.assessment(Door.gateway(stack, "lebong"), 2031);
        for (var door : List.of(Door.gateway(stack, "lebong"), Door.core(stack, "lebong"))) {
            for (var percent : List.of(1, 50, 99)) {
                cut(run, door, Sample.evidence(assessment), percent);
            }
        }
    }

    private static void cut(Suite.Run run, Door door, String path, int percent) throws Exception {
        var stack = run.stack();
        var content = Sample.pdf(SIZE);
        var key = UUID.randomUUID().toString();
        var before = kept(stack);

        door.cut(Sample.ASSESSOR, path, content, SIZE / 100 * percent, key);

        var clean = Patience.until(PATIENCE, () -> kept(stack).equals(before));
        var first = door.upload(Sample.ASSESSOR, path, content, key);
        var second = door.upload(Sample.ASSESSOR, path, content, key);
        var after = kept(stack);
        var once = first.statusCode() == 201
                && second.statusCode() == 201
                && first.body().equals(second.body())
                && after.equals(new Kept(before.files + 1, before.documents + 1, before.keys + 1));
        run.report()
                .check(
                        clean && once,
                        SECTION,
                        "",
                        "an upload cut at %d %% at the %s leaves nothing, and its key works"
                                .formatted(percent, door.name()),
                        "left %s of %s; then %d, %d, kept once: %s"
                                .formatted(
                                        clean ? "nothing" : kept(stack),
                                        before,
                                        first.statusCode(),
                                        second.statusCode(),
                                        once));
    }

    private static Kept kept(Stack stack) throws SQLException, IOException {
        return new Kept(
                files(stack.home().resolve("files")),
                Sample.number(stack, "select count(*) from document.document"),
                Sample.number(stack, "select count(*) from tenancy.idempotency"));
    }

    private static long files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
