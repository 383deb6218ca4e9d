package id.satuatap.faults.keep;

import id.satuatap.faults.Caller;
import id.satuatap.faults.FileCheck;
import id.satuatap.faults.Ground;
import id.satuatap.stack.Part;
import id.satuatap.stack.SmallPdf;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Uploads cut at 1, 50 and 99 %: nothing of them stays, and their key is as good as new. */
public final class CutUploads implements Suite.Section {

    private static final String TENANT = "lebong";
    private static final int SIZE = 2_000_000;

    private record Kept(long files, long documents, long keys) {}

    private final Ground ground;

    public CutUploads(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var stack = ground.stack(run);
        var assessor = ground.caller(run, TENANT, "internal-assessor");
        var path = assessor.assessment(2031) + "/indicators/1/evidence?name=surat.pdf";
        var gateway = URI.create(stack.gateway()).getPort();
        var core = stack.port(Part.PLATFORM_CORE);
        for (var percent : List.of(1, 50, 99)) {
            cut(run, "gateway", gateway, assessor, path, percent);
            cut(run, "core", core, assessor.atCore(core), path, percent);
        }
    }

    private void cut(Suite.Run run, String name, int port, Caller caller, String path, int percent) {
        var stack = ground.stack(run);
        var content = SmallPdf.holding(Noise.bytes(SIZE));
        var key = UUID.randomUUID().toString();
        var before = kept(stack);
        cut(run, port, path, content, content.length / 100 * percent, key);
        var clean = Waiting.until(Ground.PATIENCE, () -> kept(stack).equals(before));
        var first = caller.upload(path, content, key);
        var second = caller.upload(path, content, key);
        var once = first.status() == 201
                && second.status() == 201
                && first.body().equals(second.body())
                && kept(stack).equals(new Kept(before.files + 1, before.documents + 1, before.keys + 1));
        run.report()
                .of("uploads")
                .check(
                        clean && once,
                        "",
                        "an upload cut at %d %% at the %s leaves nothing, and its key works".formatted(percent, name),
                        "before %s, left nothing: %s; then %s, %s, kept once: %s",
                        before,
                        clean,
                        first,
                        second,
                        once);
    }

    /** Sends only so much of an upload, then hangs up. */
    private void cut(Suite.Run run, int port, String path, byte[] content, int sent, String key) {
        var stack = ground.stack(run);
        var head = """
                POST %s HTTP/1.1
                Host: %s
                %sAuthorization: Bearer %s
                Idempotency-Key: %s
                Content-Type: application/octet-stream
                Content-Length: %d

                """.formatted(
                        path,
                        URI.create(stack.address(TENANT)).getAuthority(),
                        port == stack.port(Part.PLATFORM_CORE) ? "X-Satu-Tenant: " + TENANT + "\n" : "",
                        ground.token(run, TENANT, "internal-assessor"),
                        key,
                        content.length);
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, sent);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept kept(Stack stack) {
        return new Kept(
                FileCheck.files(stack.home().resolve("files")).size(),
                stack.database().number("select count(*) from document.document"),
                stack.database().number("select count(*) from tenancy.idempotency"));
    }
}
