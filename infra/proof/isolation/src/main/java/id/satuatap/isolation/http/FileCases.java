package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.stack.Part;
import id.satuatap.stack.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Group G: names and contents of files, and uploads that end badly. */
public final class FileCases {

    private static final int MAXIMUM = 25 * 1024 * 1024;

    private final Trials trials;
    private final Fixture fixture;
    private final Caller entry;
    private final Place own;

    private FileCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.entry = Fresh.as(fixture, A, "data-entry");
        this.own = fixture.place(A);
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new FileCases(new Trials(run, Fixture.of(run), "G files"));
        cases.names();
        cases.addresses();
        cases.contents();
        cases.cut();
        cases.missing();
    }

    private void names() {
        var names = new LinkedHashMap<String, String>();
        names.put("climbing up", "../../../../etc/cron.d/x.pdf");
        names.put("climbing up, Windows", "..\\..\\windows\\x.pdf");
        names.put("absolute", "/etc/passwd.pdf");
        names.put("a NUL inside", "x\u0000.exe.pdf");
        names.put("an NTFS stream", "x.pdf::$DATA");
        names.put("4 kB long", "x".repeat(4096) + ".pdf");
        names.put("right-to-left", "laporan\u202Efdp.exe");
        names.put("a reserved name", "CON");
        names.put("line ends for a header", "x.pdf\r\nSet-Cookie: a=b");
        names.put("quotes for a header", "x\".html\"; x=\".pdf");
        names.put("only dots", "...");
        names.put("markup", "<img src=x onerror=alert(1)>.pdf");
        names.forEach((what, name) ->
                trials.trial("G01", "a file name " + what, () -> Trials.ok(upload("bukti.pdf")), () -> {
                    var added = upload(name);
                    if (added.status() == 400) {
                        return Trials.Seen.of(true, "400");
                    }
                    var kept = added.json().path("name").asString();
                    var document = UUID.fromString(added.json().path("document").asString());
                    var back = entry.get("/api/v1/documents/%s/content".formatted(document));
                    return Trials.Seen.of(
                            added.isOk()
                                    && !kept.matches("(?s).*[/\\\\\"<>:\\p{Cntrl}\u202E].*")
                                    && kept.length() <= 200
                                    && back.header("Content-Disposition").startsWith("attachment")
                                    && back.header("Set-Cookie").isEmpty()
                                    && Files.exists(fixture.files()
                                            .resolve(own.tenant().toString())
                                            .resolve(document.toString())),
                            "kept as " + kept);
                }));
    }

    private Answer upload(String name) {
        return upload(name, Fixture.pdf("x"));
    }

    private Answer upload(String name, byte[] content) {
        return entry.send(
                "POST",
                own.indicatorPath() + "/evidence?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                content);
    }

    private void addresses() {
        var foreign = fixture.place(B);
        for (var header : Map.of("Range", "bytes=0-10", "If-Range", "\"x\"").entrySet()) {
            trials.refused(
                    "G02a",
                    "B's file with " + header.getKey(),
                    404,
                    () -> entry.with(header.getKey(), header.getValue()).get(own.documentPath()),
                    () -> entry.with(header.getKey(), header.getValue()).get(foreign.documentPath()));
        }
        trials.refused(
                "G02b",
                "HEAD of B's file",
                404,
                () -> entry.send("HEAD", own.documentPath(), new byte[0]),
                () -> entry.send("HEAD", foreign.documentPath(), new byte[0]));
        var gateway = fixture.probe().as(fixture.member(A, "data-entry")).at(A);
        for (var path : List.of(
                "/files/%s/%s".formatted(foreign.tenant(), foreign.document()),
                "/api/v1/files/%s/%s".formatted(foreign.tenant(), foreign.document()),
                "/api/v1/documents/%s".formatted(foreign.document()),
                "/api/v1/documents/%s%%2f%s/content".formatted(foreign.tenant(), foreign.document()))) {
            trials.trial(
                    "G02c",
                    "B's file at a guessed address " + path.replaceAll("[0-9a-f-]{36}", "…"),
                    () -> Trials.ok(gateway.get(own.documentPath())),
                    () -> {
                        var status = gateway.get(path).status();
                        return Trials.Seen.of(status == 404 || status == 400, status);
                    });
        }
        trials.refused(
                "G17",
                "B's file by a member of both, asked for in A",
                404,
                () -> fixture.probe().as(fixture.ofBoth()).at(B).direct().get(foreign.documentPath()),
                () -> fixture.probe().as(fixture.ofBoth()).at(A).direct().get(foreign.documentPath()));
    }

    private void contents() throws IOException {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        var xxe = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
        refused("G05a", "SVG with a script", svg.getBytes(StandardCharsets.UTF_8));
        refused("G05b", "XML with an outside entity", xxe.getBytes(StandardCharsets.UTF_8));
        refused("G05c", "HTML", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        refused(
                "G05d",
                "a page before the PDF",
                ("<html><!--" + new String(Fixture.pdf("x"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        refused("G06a", "an archive", zip(Map.of("a.txt", new byte[10])));
        refused("G06b", "an office document with a program", office(Map.of("word/vbaProject.bin", new byte[10])));
        refused("G06c", "an office document that climbs up", office(Map.of("../../x", new byte[10])));
        refused("G06d", "an office document of 160 MB, packed small", office(Map.of("word/big", new byte[160 << 20])));
        refused("G06e", "an office document of 10,001 parts", manyParts());
        refused("G07", "a program", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        refused(
                "G13",
                "EICAR's test file",
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
                        .getBytes(StandardCharsets.US_ASCII));
        trials.trial(
                "G15a",
                "a file of 25 MB and a byte",
                () -> Trials.ok(upload("x.pdf")),
                () -> Trials.status(upload("x.pdf", java.util.Arrays.copyOf(Fixture.pdf("x"), MAXIMUM + 1)), 413));
        trials.trial(
                "G15b",
                "an empty file",
                () -> Trials.ok(upload("x.pdf")),
                () -> Trials.status(upload("x.pdf", new byte[0]), 422));
    }

    private void refused(String id, String what, byte[] content) {
        trials.refused(id, what + " as evidence", 415, () -> upload("x.pdf"), () -> upload("x.pdf", content));
    }

    private static byte[] office(Map<String, byte[]> more) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        parts.put("word/document.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        parts.putAll(more);
        return zip(parts);
    }

    private static byte[] manyParts() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 10_001; i++) {
            parts.put("word/" + i, new byte[0]);
        }
        return office(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Uploads that break off, straight at core and through the gateway: nothing may stay behind. */
    private void cut() {
        for (var percent : List.of(1, 50, 99)) {
            for (var part : List.of(Part.PLATFORM_CORE, Part.GATEWAY)) {
                trials.trial(
                        "G10",
                        "uploads cut at %d %%, %s".formatted(percent, part.label()),
                        () -> Trials.ok(upload("x.pdf")),
                        () -> {
                            var before = stored();
                            var times = trials.isShort() ? 5 : 170;
                            for (var i = 0; i < times; i++) {
                                cut(part, percent);
                            }
                            return Trials.Seen.of(
                                    awaitNoParts() && stored() == before,
                                    "%d cut, %d files more".formatted(times, stored() - before));
                        });
            }
        }
        trials.trial("G15c", "a body shorter than it says, then silence", () -> Trials.ok(upload("x.pdf")), () -> {
            cut(Part.PLATFORM_CORE, 1);
            return Trials.Seen.of(awaitNoParts(), "nothing stays");
        });
    }

    private void cut(Part part, int percent) throws IOException {
        var content = java.util.Arrays.copyOf(Fixture.pdf("x"), 200_000);
        var host = part == Part.GATEWAY ? fixture.stack().address(A).replaceAll("^[a-z]+://", "") : "core";
        var head = """
                POST %s/evidence?name=x.pdf HTTP/1.1\r
                Host: %s\r
                X-Satu-Tenant: %s\r
                Authorization: Bearer %s\r
                Content-Length: %d\r
                \r
                """.formatted(own.indicatorPath(), host, A, entry.token(), content.length);
        try (var socket = new Socket("127.0.0.1", fixture.stack().port(part))) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, content.length * percent / 100);
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean awaitNoParts() throws IOException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (count(fixture.files().resolve("tmp")) > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private long stored() throws IOException {
        return count(fixture.files().resolve(own.tenant().toString()));
    }

    private static long count(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private void missing() {
        trials.notYet("G03", "a pre-signed address used by another", "feature missing: no pre-signed addresses");
        trials.notYet("G07b", "image bombs", "feature missing: images are kept, never decoded");
        trials.notYet("G09", "CSV import", "feature missing: import");
        trials.notYet("G11", "200 uploads of 100 MB at once", "feature missing: quota of a tenant");
        trials.notYet("G13b", "a virus inside an accepted kind of file", "feature missing: virus scanner");
        trials.notYet("G18", "pages rendered to PDF", "feature missing: rendering");
        trials.notYet("G19", "a recogniser that crashes", "feature missing: recognition of text in images");
    }
}
