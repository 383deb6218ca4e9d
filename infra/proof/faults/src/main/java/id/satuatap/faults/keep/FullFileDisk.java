package id.satuatap.faults.keep;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Suite;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A core whose file folder lies on a disk that fills up: it refuses in a sentence, goes on reading, and recovers by itself. */
public final class FullFileDisk implements Suite.Section {

    private static final String SECTION = "disk-files";
    private static final int MEGABYTES = 150;
    private static final int SIZE = 3_000_000;

    @Override
    public void run(Suite.Run run) throws Exception {
        var mounted = SmallDisk.mount(run.folder().resolve("disk-files"), MEGABYTES);
        if (mounted.isEmpty()) {
            run.report().notYet(SECTION, "", "a full disk for uploaded files", "mounting is not allowed here");
            return;
        }
        var port = freePort();
        try (var disk = mounted.get()) {
            var core = run.stack().service(Part.PLATFORM_CORE).replica(port);
            core.environment(
                    Map.of("SATUATAP_FILES", disk.folder().resolve("files").toString()));
            core.start();
            try {
                core.awaitReady(Duration.ofMinutes(3));
                fill(run, disk, port);
            } finally {
                core.kill();
                var kept = disk.folder().resolve("files") + "/.";
                new ProcessBuilder(
                                "cp",
                                "-a",
                                kept,
                                run.stack().home().resolve("files").toString())
                        .start()
                        .waitFor(); // what was registered stays readable for the sections that follow
            }
        }
    }

    private static void fill(Suite.Run run, SmallDisk disk, int port) throws Exception {
        var stack = run.stack();
        var report = run.report();
        var door = Door.core(stack, "kepahiang", port);
        var assessment = Sample.assessment(door, 2032);
        var path = Sample.evidence(assessment);
        var content = Sample.pdf(SIZE);
        var first =
                door.upload(Sample.ASSESSOR, path, content, UUID.randomUUID().toString());
        var files = disk.files();
        var rows = Sample.number(stack, "select count(*) from document.document");
        report.check(
                first.statusCode() == 201 && health(run, port).contains("200"),
                SECTION,
                "",
                "with room an upload is kept and the health is good",
                first.statusCode() + ", health " + health(run, port));

        var key = UUID.randomUUID().toString();
        for (var left : new long[] {0, SIZE / 2}) {
            disk.fill(left);
            var refused = door.upload(Sample.ASSESSOR, path, content, key);
            var clean =
                    Patience.until(Duration.ofSeconds(20), () -> disk.files().equals(files))
                            && Sample.number(stack, "select count(*) from document.document") == rows;
            report.check(
                    refused.statusCode() == 507 && refused.body().contains("urn:problem:storage.full") && clean,
                    SECTION,
                    "",
                    "with %d kB left an upload of %d kB is refused in a sentence and leaves nothing"
                            .formatted(left / 1000, SIZE / 1000),
                    "%d %s, Retry-After %s, clean: %s"
                            .formatted(
                                    refused.statusCode(),
                                    sentence(refused.body()),
                                    refused.headers().firstValue("Retry-After").orElse("-"),
                                    clean));
        }
        reads(report, door, first.body(), assessment, content, health(run, port));

        disk.makeRoom();
        var again = door.upload(Sample.ASSESSOR, path, content, key);
        report.check(
                again.statusCode() == 201
                        && disk.files().size() == files.size() + 1
                        && health(run, port).contains("200"),
                SECTION,
                "",
                "with room again the same upload with the same key is kept, without a restart",
                again.statusCode() + ", health " + health(run, port));
    }

    private static void reads(
            Report report, Door door, String upload, String assessment, byte[] content, String health) {
        var document = JsonMapper.shared().readTree(upload).path("document").asString();
        var read = door.bytes(Sample.ASSESSOR, "/api/v1/documents/" + document + "/content");
        var saved = door.put(Sample.ASSESSOR, assessment + "/indicators/2", Sample.answer("full"), "If-Match", "\"0\"");
        report.check(
                read.statusCode() == 200 && java.util.Arrays.equals(read.body(), content) && saved.statusCode() == 200,
                SECTION,
                "",
                "on the full disk files are read, and answers saved",
                "%d, %d".formatted(read.statusCode(), saved.statusCode()));
        report.check(
                health.contains("diskSpace DOWN") && health.contains("readiness 200"),
                SECTION,
                "",
                "the health names the disk, and the core stays in service",
                health);
    }

    private static String health(Suite.Run run, int port) {
        var all = run.stack().send(at(port, "/actuator/health"));
        var ready = run.stack().send(at(port, "/actuator/health/readiness"));
        var disk = JsonMapper.shared()
                .readTree(all.body())
                .at("/components/diskSpace/status")
                .asString("unknown");
        return "%d, diskSpace %s, readiness %d".formatted(all.statusCode(), disk, ready.statusCode());
    }

    private static HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static String sentence(String problem) {
        return "“" + JsonMapper.shared().readTree(problem).path("detail").asString("") + "”";
    }

    private static int freePort() throws java.io.IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
