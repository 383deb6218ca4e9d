package id.satuatap.launcher.database;

import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The packed programs of PostgreSQL for this machine, as they lie in the class path. */
final class PostgresArchive {

    private static final int FINGERPRINT = 12;

    private PostgresArchive() {}

    static InputStream open() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        var name = "/postgres-%s-%s.txz".formatted(system, arm ? "arm_64" : "x86_64");
        var archive = PostgresArchive.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "Tidak ada PostgreSQL tertanam untuk mesin ini. / No embedded PostgreSQL for this machine (%s): name a server with SATUATAP_DATABASE_ADMIN_URL."
                            .formatted(name));
        }
        return archive;
    }

    static String fingerprint() {
        try (var archive = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest()).substring(0, FINGERPRINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
