package id.satuatap.core.document;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.Persons;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.document.inspection.ClamdProperties;
import id.satuatap.core.document.inspection.Inspection;
import id.satuatap.core.document.picture.ExifFixture;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.tenancy.Tenants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The platform of the tests has no scanner, so that nobody else takes these files. */
class CheckingAgainIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    private final TenantId tenant =
            PLATFORM.bean(Tenants.class).get(BANGKALAN).block().tenantId();
    private final FakeClamd scanner = new FakeClamd();

    @AfterEach
    void stop() throws IOException {
        scanner.close();
    }

    @Test
    void a_file_is_free_as_soon_as_the_scanner_answers_that_it_is_clean() throws IOException {
        var document = quarantined("perbup.pdf", "application/pdf", Samples.pdf(1));

        scanner.answers = "stream: OK";
        check();

        var now = read(document);
        assertThat(now.condition().kept()).isTrue();
        assertThat(now.condition().notes()).isEmpty();
        assertThat(now.sha256()).isEqualTo(document.sha256());
        assertThat(now.sentSha256()).isEqualTo(document.sentSha256());
    }

    @Test
    void a_file_with_a_virus_stays_in_quarantine_and_is_asked_about_no_more() throws IOException {
        var document = quarantined("virus.pdf", "application/pdf", Samples.pdf(1));

        scanner.answers = "stream: Eicar-Test FOUND";
        check();

        assertThat(read(document).condition().notes()).containsExactly("infected");
        assertThat(inTenant(PLATFORM.bean(Quarantine.class).claim())).isNull();
    }

    @Test
    void a_file_of_which_the_scanner_says_nothing_waits_for_a_later_round() throws IOException {
        var document = quarantined("besar.pdf", "application/pdf", Samples.pdf(1));

        scanner.answers = "INSTREAM size limit exceeded. ERROR";
        check();
        check();

        assertThat(read(document).condition().notes()).containsExactly("scanner-away");
        assertThat(scanner.asked).isOne();
    }

    @Test
    void a_photo_loses_its_traces_before_others_see_it() throws IOException {
        var photo = ExifFixture.photo(Samples.written(Samples.picture(64, 32), "jpg"), 6);
        var document = quarantined("rumah.jpg", "image/jpeg", photo);

        scanner.answers = "stream: OK";
        check();

        var now = read(document);
        var place = PLATFORM.bean(FileStore.class).place(tenant, document.id());
        assertThat(Files.readString(place, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", ExifFixture.MAKER, ExifFixture.SERIAL);
        assertThat(now.sha256()).isEqualTo(Digests.sha256(place)).isNotEqualTo(document.sha256());
        assertThat(now.size()).isEqualTo(Files.size(place));
    }

    private void check() {
        var clamd = new Clamd(new ClamdProperties("127.0.0.1", scanner.port(), Duration.ofSeconds(30)));
        var intake =
                new Intake(PLATFORM.bean(FileStore.class), new Inspection(), clamd, PLATFORM.bean(HeavyWork.class));
        var checking = new CheckingAgain(PLATFORM.bean(Quarantine.class), intake, clamd, PLATFORM.bean(Tenants.class));
        checking.check(tenant).block(Duration.ofMinutes(1));
    }

    private Document quarantined(String name, String mediaType, byte[] content) throws IOException {
        var person = inTenant(
                PLATFORM.bean(Persons.class).known(new Account(TestPlatform.ISSUER, "patient", null, null, false)));
        var place = PLATFORM.bean(FileStore.class).place(tenant, Ids.next());
        Files.createDirectories(place.getParent());
        Files.write(place, content);
        var document = DocumentFixture.quarantined(person, name, mediaType, place);
        return inTenant(PLATFORM.bean(DocumentRegister.class).insert(document));
    }

    private Document read(Document document) {
        return inTenant(PLATFORM.bean(DocumentRegister.class).find(document.id()));
    }

    private <T> T inTenant(Mono<T> work) {
        return work.contextWrite(context -> CurrentTenant.put(context, tenant)).block();
    }

    /** Swallows what is sent, and says one line. */
    private static final class FakeClamd {

        private final ServerSocket server;
        private volatile String answers = "";
        private volatile int asked;

        FakeClamd() {
            try {
                server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            } catch (IOException none) {
                throw new IllegalStateException(none);
            }
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return server.getLocalPort();
        }

        void close() throws IOException {
            server.close();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    var in = new java.io.DataInputStream(socket.getInputStream());
                    in.readNBytes("zINSTREAM\0".length());
                    for (var length = in.readInt(); length > 0; length = in.readInt()) {
                        in.readNBytes(length);
                    }
                    asked++;
                    socket.getOutputStream().write((answers + "\0").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException over) {
                    // the next one, or the end
                }
            }
        }
    }
}
