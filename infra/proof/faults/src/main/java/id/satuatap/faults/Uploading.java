package id.satuatap.faults;

import id.satuatap.stack.SmallPdf;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Adds small pieces of evidence, no two alike. */
final class Uploading extends Writer {

    private static final int BYTES = 3_000;

    private final String assessment;
    private final int first;
    private final int indicators;
    private int count;

    Uploading(Caller caller, Recorder recorder, String assessment, int first, int indicators) {
        super(Write.Kind.EVIDENCE, caller, recorder);
        this.assessment = assessment;
        this.first = first;
        this.indicators = indicators;
    }

    @Override
    Wish next(String key) {
        count++;
        return new Wish(key, "", sha256(bytes(key)));
    }

    @Override
    Reply send(Wish wish) {
        return caller.upload(
                "/api/v1/spbe/assessments/%s/indicators/%d/evidence?name=%s"
                        .formatted(assessment, first + count % indicators, name(wish.key())),
                bytes(wish.key()),
                Map.of("Idempotency-Key", wish.key()));
    }

    static String name(String key) {
        return key + ".pdf";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String key) {
        return SmallPdf.saying(key + "\n" + "0123456789\n".repeat(BYTES / 11));
    }
}
