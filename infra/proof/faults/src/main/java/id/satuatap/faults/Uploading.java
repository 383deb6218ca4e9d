package id.satuatap.faults;

import id.satuatap.stack.SmallPdf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds small pieces of evidence, no two alike. */
public final class Uploading extends Writer {

    private final String assessment;
    private final int first;
    private final int indicators;
    private int count;

    /** @param assessment its address */
    public Uploading(Caller caller, String assessment, int first, int indicators) {
        super(Write.Kind.EVIDENCE, caller);
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
        var indicator = first + count % indicators;
        return caller.upload(
                "%s/indicators/%d/evidence?name=%s.pdf".formatted(assessment, indicator, wish.key()),
                bytes(wish.key()),
                wish.key());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String key) {
        return SmallPdf.holding(key.repeat(200).getBytes(StandardCharsets.US_ASCII));
    }
}
