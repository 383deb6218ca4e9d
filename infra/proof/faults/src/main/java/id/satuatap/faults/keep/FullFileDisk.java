package id.satuatap.faults.keep;

import id.satuatap.faults.Caller;
import id.satuatap.faults.Ground;
import id.satuatap.faults.Reply;
import id.satuatap.stack.Command;
import id.satuatap.stack.Rows;
import id.satuatap.stack.SmallPdf;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A core whose file folder lies on a disk that fills up: it refuses in a sentence, goes on reading, and recovers by itself. */
public final class FullFileDisk implements Suite.Section {

    private static final int MEGABYTES = 150;
    private static final int SIZE = 3_000_000;

    private final Ground ground;

    public FullFileDisk(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) throws IOException {
        var rows = run.report().of("disk-files");
        var mounted = SmallDisk.mount(run.folder().resolve("disk-files"), MEGABYTES);
        if (mounted.isEmpty()) {
            rows.notYet("", "a full disk for uploaded files", "mounting is not allowed here");
            return;
        }
        var core = ground.anotherCore(run);
        try (var disk = mounted.get()) {
            var files = disk.folder().resolve("files");
            core.service()
                    .environment(Map.of("SATUATAP_FILES", files.toString()))
                    .start();
            try {
                core.service().awaitReady(Ground.PATIENCE);
                fill(run, rows, disk, ground.assessor(run, "kepahiang").atCore(core.port()));
            } finally {
                core.service().kill();
                // what was registered stays readable for the sections that follow
                Command.run(
                        "cp",
                        "-a",
                        files + "/.",
                        ground.stack(run).home().resolve("files").toString());
            }
        }
    }

    private void fill(Suite.Run run, Rows rows, SmallDisk disk, Caller caller) {
        var assessment = caller.assessment(2032);
        var path = assessment + "/indicators/1/evidence?name=surat.pdf";
        var content = SmallPdf.holding(Noise.bytes(SIZE));
        var first = caller.upload(path, content, UUID.randomUUID().toString());
        rows.check(
                first.status() == 201 && caller.get("/actuator/health").status() == 200,
                "",
                "with room an upload is kept and the health is good",
                "%s, health %s",
                first,
                health(caller));
        var files = disk.files();
        var documents = documents(run);
        var key = UUID.randomUUID().toString();
        for (var left : new int[] {0, SIZE / 2}) {
            disk.fill(left);
            var refused = caller.upload(path, content, key);
            var clean = Waiting.until(Ground.PATIENCE, () -> disk.files().equals(files) && documents(run) == documents);
            rows.check(
                    refused.status() == 507 && refused.text("type").equals("urn:problem:storage.full") && clean,
                    "",
                    "with %d kB left an upload of %d kB is refused in a sentence and leaves nothing"
                            .formatted(left / 1000, SIZE / 1000),
                    "%s, Retry-After %s, clean: %s",
                    refused,
                    refused.retryAfter(),
                    clean);
        }
        reads(rows, caller, assessment, first, content);
        disk.makeRoom();
        var again = caller.upload(path, content, key);
        rows.check(
                again.status() == 201
                        && disk.files().size() == files.size() + 1
                        && caller.get("/actuator/health").status() == 200,
                "",
                "with room again the same upload with the same key is kept, without a restart",
                "%s, health %s",
                again,
                health(caller));
    }

    private static void reads(Rows rows, Caller caller, String assessment, Reply uploaded, byte[] content) {
        var read = caller.get("/api/v1/documents/%s/content".formatted(uploaded.text("document")));
        var answer = Map.of("level", 3, "fact", "Disk penuh.", "analysis", "Uji ketahanan.");
        var saved = caller.put(assessment + "/indicators/2", answer, "If-Match", "\"0\"");
        rows.check(
                read.status() == 200 && Arrays.equals(read.content(), content) && saved.status() == 200,
                "",
                "on the full disk files are read, and answers saved",
                "%d, %d",
                read.status(),
                saved.status());
        var health = health(caller);
        rows.check(
                health.equals(List.of("DOWN", "200")),
                "",
                "the health names the disk, and the core stays in service",
                "disk and readiness: %s",
                health);
    }

    /** Of the disk, and whether the core takes requests. */
    private static List<String> health(Caller caller) {
        return List.of(
                caller.get("/actuator/health")
                        .body()
                        .at("/components/diskSpace/status")
                        .asString("unknown"),
                "" + caller.get("/actuator/health/readiness").status());
    }

    private long documents(Suite.Run run) {
        return ground.stack(run).database().number("select count(*) from document.document");
    }
}
