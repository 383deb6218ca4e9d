package id.satuatap.admin.spbe;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import id.satuatap.admin.shared.Texts;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.session.SignInNeeded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Hands a file on to core while it still comes in from the browser: neither memory nor disk holds it here. When the
 * browser breaks off, the request to core breaks off too, and core keeps nothing.
 */
final class EvidenceUpload implements UploadHandler {

    static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceUpload.class);

    private final RestClient core;
    private final String assessment;
    private final int no;
    private final Texts texts;
    private final Runnable onAdded;
    private final BiConsumer<String, String> onRefused;

    /** @param onRefused hears the name and the reason of a file that would be refused again */
    EvidenceUpload(
            RestClient core,
            String assessment,
            int no,
            Texts texts,
            Runnable onAdded,
            BiConsumer<String, String> onRefused) {
        this.core = core;
        this.assessment = assessment;
        this.no = no;
        this.texts = texts;
        this.onAdded = onAdded;
        this.onRefused = onRefused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) {
        try {
            if (event.getFileSize() > MOST_BYTES) {
                throw new TooLarge();
            }
            pass(core, assessment, no, event.getFileName(), event.getInputStream(), event.getFileSize());
            var _ = event.getUI().access(onAdded::run);
        } catch (CoreRefused refused) {
            if (isFinal(refused.status())) {
                tell(event, refused.sentence());
            }
            throw refused;
        } catch (TooLarge tooLarge) {
            tell(event, text("evidence.too-large"));
            throw tooLarge;
        }
    }

    private void tell(UploadEvent event, String reason) {
        var _ = event.getUI().access(() -> onRefused.accept(event.getFileName(), reason));
    }

    /** Whether the same file would be refused again: not for a slow line, a session that is over, or too many requests. */
    static boolean isFinal(int status) {
        return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
    }

    static ResponseEntity<Void> pass(
            RestClient core, String assessment, int no, String name, InputStream content, long size) {
        return core.post()
                .uri("/spbe/assessments/{assessment}/indicators/{no}/evidence?name={name}", assessment, no, name)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new Passing(content, size))
                .retrieve()
                .toBodilessEntity();
    }

    /** The sentence goes to the row of the file; the browser shows it there beside "try again". */
    @Override
    public void responseHandled(UploadResult result) {
        var response = result.response();
        var fault = cause(result.exception());
        switch (fault) {
            case null -> response.setStatus(result.success() ? 201 : 400);
            case CoreRefused refused -> say(response, refused.status(), refused.sentence());
            case TooLarge tooLarge -> say(response, 413, text("evidence.too-large"));
            case SignInNeeded over -> say(response, 401, text("evidence.sign-in"));
            case CoreAway away -> say(response, 503, text("evidence.away"));
            case ResourceAccessException away -> say(response, 503, text("evidence.away"));
            case Throwable other -> {
                LOG.warn("upload failed", other);
                say(response, 500, text("evidence.failed"));
            }
        }
    }

    @Override
    public long getFileSizeMax() {
        return MOST_BYTES;
    }

    private static @Nullable Throwable cause(@Nullable Throwable fault) {
        var cause = fault;
        while (cause != null && cause.getCause() != null && !isKnown(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isKnown(Throwable fault) {
        return fault instanceof CoreRefused
                || fault instanceof TooLarge
                || fault instanceof SignInNeeded
                || fault instanceof CoreAway
                || fault instanceof ResourceAccessException;
    }

    private static void say(VaadinResponse response, int status, String sentence) {
        response.setStatus(status);
        if (isFinal(status)) {
            response.setHeader("X-Final", "true");
        }
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String text(String key) {
        return texts.getTranslation(key, Languages.current());
    }

    /** The file on its way through, with its length, so that core notices when the end is missing. */
    private static final class Passing extends InputStreamResource {

        private final long length;

        Passing(InputStream stream, long length) {
            super(stream);
            this.length = length;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Refused before a byte is sent on. */
    private static final class TooLarge extends RuntimeException {}
}
