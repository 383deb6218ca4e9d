package id.satuatap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mails of a stack without an SMTP server: one .eml file each. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    Mailbox(Path home) {
        this.folder = home.resolve("mail");
    }

    /** The first link of that shape in a mail to the address, once there is one. */
    String awaitLink(String address, String shape) {
        var pattern = Pattern.compile(shape);
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var found = find(address, pattern);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no mail to " + address + " with " + shape);
    }

    private Optional<String> find(String address, Pattern pattern) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains(address))
                    .map(pattern::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(java.util.regex.Matcher::group)
                    .findFirst();
        } catch (IOException | UncheckedIOException beingWritten) {
            return Optional.empty();
        }
    }

    /** The mail as a reader sees it: soft line breaks of quoted-printable undone. */
    private static String read(Path file) {
        try {
            var mail = Files.readString(file, StandardCharsets.UTF_8);
            return mail.contains("Content-Transfer-Encoding: quoted-printable")
                    ? mail.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=")
                    : mail; // a code may begin with 3D
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
