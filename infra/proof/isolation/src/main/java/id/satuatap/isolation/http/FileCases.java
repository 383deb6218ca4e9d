package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Resources;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Group G: names and contents of files, and uploads that end badly. */
public final class FileCases {

    private static final String EVIDENCE = "/api/v1/spbe/assessments/{assessment}/indicators/{no}/evidence";
    private static final int MAXIMUM = 25 * 1024 * 1024;
    private static final String BAD_NAME = "(?s).*[/\\\\\"<>:\\p{Cntrl}\u202E].*";

    private final Cases cases;
    private final Fixture fixture;
    private final Caller entry;
    private final UUID tenant;
    private final String below;

    private FileCases(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.entry = fixture.able(A, "assessment:answer");
        this.tenant = fixture.tenant(A);
        this.below = fixture.path(A, EVIDENCE);
    }

    public static void run(Cases cases) throws IOException {
        var files = new FileCases(cases);
        Resources.text("file-names.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(files::named);
        files.contents();
        files.cut();
        files.rights();
    }

    /** Refused, or kept under a name that can do nothing. */
    private void named(String line) {
        var parts = line.split(" \\| ", 2);
        var name = parts[1].translateEscapes();
        cases.trial("G01", "a file name " + parts[0], () -> Seen.ok(upload("bukti.pdf", Subject.pdf("x"))), () -> {
            var added = upload(name.startsWith("4096") ? "x".repeat(4096) + ".pdf" : name, Subject.pdf("x"));
            if (added.status() == 400) {
                return Seen.of(true, "400");
            }
            var kept = added.json().path("name").asString();
            var document = added.json().path("document").asString();
            var back = entry.get("/api/v1/documents/%s/content".formatted(document));
            return Seen.of(
                    added.isOk()
                            && !kept.matches(BAD_NAME)
                            && kept.length() <= 200
                            && back.header("Content-Disposition").startsWith("attachment")
                            && back.header("Set-Cookie").isEmpty()
                            && Files.exists(stored().resolve(document)),
                    "kept as " + kept);
        });
    }

    private Answer upload(String name, byte[] content) {
        var request = Request.of("POST", below + "?name=" + Request.encoded(name));
        return entry.send(
                request.with("Content-Type", "application/octet-stream").body(content));
    }

    private void contents() throws IOException {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        var xxe = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        refused("G05", "SVG with a script", bytes(svg));
        refused("G05", "XML with an outside entity", bytes(xxe));
        refused("G05", "HTML", bytes("<html><script>alert(1)</script></html>"));
        refused(
                "G05",
                "a page before the PDF",
                bytes("<html><!--" + new String(Subject.pdf("x"), StandardCharsets.UTF_8)));
        refused("G06", "an archive", zip(Map.of("a.txt", new byte[10])));
        refused("G06", "an office document with a program", office(Map.of("word/vbaProject.bin", new byte[10])));
        refused("G06", "an office document that climbs up", office(Map.of("../../x", new byte[10])));
        refused("G06", "an office document of 160 MB, packed small", office(Map.of("word/big", new byte[160 << 20])));
        refused("G06", "an office document of 10,001 parts", manyParts());
        refused("G07", "a program", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        refused("G13", "EICAR's test file", bytes(eicar));
        refused("G15", "a file of 25 MB and a byte", Arrays.copyOf(Subject.pdf("x"), MAXIMUM + 1));
        refused("G15", "an empty file", new byte[0]);
    }

    private void refused(String id, String what, byte[] content) {
        cases.check(
                id,
                what + " as evidence",
                () -> upload("x.pdf", Subject.pdf("x")),
                () -> upload("x.pdf", content),
                Check.status(415, 413, 422));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] office(Map<String, byte[]> more) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes("<Types/>"));
        parts.put("word/document.xml", bytes("<x/>"));
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
            for (var caller :
                    List.of(entry, fixture.client().as(entry.principal()).at(A))) {
                var at = caller.isDirect() ? "core" : "the gateway";
                cases.trial(
                        "G10",
                        "uploads cut at %d %%, at %s".formatted(percent, at),
                        () -> Seen.ok(upload("x.pdf", Subject.pdf("x"))),
                        () -> cut(caller, percent));
            }
        }
    }

    private Seen cut(Caller caller, int percent) throws IOException {
        var before = count(stored());
        var times = cases.isShort() ? 5 : 170;
        var content = Arrays.copyOf(Subject.pdf("x"), 200_000);
        var request = caller.bytes(Request.of("POST", below + "?name=x.pdf")
                .with("Content-Type", "application/octet-stream")
                .body(content));
        for (var i = 0; i < times; i++) {
            Wire.cut(
                    caller.port(),
                    request,
                    request.length - content.length * (100 - percent) / 100,
                    Duration.ofMillis(10));
        }
        var isClean = Fixture.await(
                Duration.ofSeconds(30), () -> count(fixture.files().resolve("tmp")) == 0);
        return Seen.of(
                isClean && count(stored()) == before,
                "%d cut, %d files more".formatted(times, count(stored()) - before));
    }

    private void rights() {
        cases.trial("H05", "files are for the service alone", () -> Seen.of(count(stored()) > 0, "a file"), () -> {
            var open = Files.getPosixFilePermissions(fixture.stack().home());
            var home =
                    open.contains(PosixFilePermission.OTHERS_EXECUTE) || open.contains(PosixFilePermission.OTHERS_READ);
            var file = Files.getPosixFilePermissions(
                    stored().resolve(fixture.thing(A, "/api/v1/documents").get("document") + ""));
            return Seen.of(
                    !home || !file.contains(PosixFilePermission.OTHERS_READ),
                    "of the home " + open + ", of a file " + file);
        });
    }

    private Path stored() {
        return fixture.files().resolve(tenant.toString());
    }

    private static long count(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
