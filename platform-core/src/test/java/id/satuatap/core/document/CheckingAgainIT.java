package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** The platform of the tests has no scanner, so that nobody else takes these files. */
@ExtendWith(OutputCaptureExtension.class)
class CheckingAgainIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final FileStore FILES = PLATFORM.bean(FileStore.class);
    private static final byte[] LETTER = Samples.pdf(1);
    private static final TenantId TENANT =
            PLATFORM.bean(Tenants.class).get(PLATFORM.freshTenant()).block().tenantId();

    private final FakeClamd scanner = new FakeClamd();
    private final CheckingAgain checking = checking();

    private CheckingAgain checking() {
        var clamd = new Clamd(new ClamdProperties("127.0.0.1", scanner.port(), Duration.ofSeconds(30)));
        var intake = new Intake(FILES, new Inspection(), clamd, PLATFORM.bean(HeavyWork.class));
        return new CheckingAgain(PLATFORM.bean(Quarantine.class), intake, clamd, PLATFORM.bean(Tenants.class));
    }

    @AfterEach
    void stop() {
        scanner.close();
    }

    @Test
    void a_file_is_free_as_soon_as_the_scanner_answers_that_it_is_clean() throws IOException {
        var document = quarantined("perbup.pdf", "application/pdf", LETTER);

        scanner.answer(FakeClamd.CLEAN);
        check();

        var now = read(document);
        assertThat(now.condition().kept()).isTrue();
        assertThat(now.condition().notes()).isEmpty();
        assertThat(now.sha256()).isEqualTo(document.sha256());
        assertThat(now.sentSha256()).isEqualTo(document.sentSha256());
    }

    @Test
    void a_file_with_a_virus_stays_in_quarantine_and_is_asked_about_no_more() throws IOException {
        var document = quarantined("virus.pdf", "application/pdf", LETTER);

        scanner.answer("stream: Eicar-Test FOUND");
        check();

        assertThat(read(document).condition().notes()).containsExactly("infected");
        assertThat(inTenant(PLATFORM.bean(Quarantine.class).claim())).isNull();
    }

    @Test
    void a_file_of_which_the_scanner_says_nothing_waits_for_a_later_round() throws IOException {
        var document = quarantined("besar.pdf", "application/pdf", LETTER);

        scanner.answer(FakeClamd.NO_VERDICT);
        check();
        check();

        assertThat(read(document).condition().notes()).containsExactly("scanner-away");
        assertThat(scanner.asked()).isOne();
    }

    @Test
    void a_file_that_never_passes_holds_up_no_other() throws IOException {
        var never = quarantined("besar.pdf", "application/pdf", LETTER);
        var gone = quarantined("hilang.pdf", "application/pdf", LETTER);
        Files.delete(place(gone));
        var broken = quarantined("rusak.jpg", "image/jpeg", new byte[] {1, 2, 3});
        var other = quarantined("surat.pdf", "application/pdf", Samples.pdf(2));

        scanner.answer(content -> Arrays.equals(content, LETTER) ? FakeClamd.NO_VERDICT : FakeClamd.CLEAN);
        check();

        assertThat(read(other).condition().kept()).isTrue();
        assertThat(List.of(never, gone, broken))
                .allSatisfy(one -> assertThat(read(one).condition().notes()).containsExactly("scanner-away"));
    }

    @Test
    void a_scanner_that_is_away_ends_the_round() throws Exception {
        quarantined("satu.pdf", "application/pdf", LETTER);
        var second = quarantined("dua.pdf", "application/pdf", LETTER);

        scanner.close();
        check();

        assertThat(inTenant(PLATFORM.bean(Quarantine.class).claim()).id()).isEqualTo(second.id());
    }

    @ParameterizedTest
    @CsvSource({"1 minute, 10", "3 hours, 180", "9 days, 1440"})
    void a_file_waits_as_long_again_as_it_has_waited(String waited, int minutes) throws Exception {
        var document = quarantined("besar.pdf", "application/pdf", LETTER);
        execute("update document.document set added_at = now() - interval '%s' where id = '%s'"
                .formatted(waited, document.id()));

        scanner.answer(FakeClamd.NO_VERDICT);
        check();

        assertThat(number(
                        "select extract(epoch from check_again_at - now()) / 60 from document.document where id = '%s'"
                                .formatted(document.id())))
                .isCloseTo(minutes, within(2.0));
    }

    @Test
    void the_log_tells_of_a_file_once(CapturedOutput log) throws Exception {
        var document = quarantined("besar.pdf", "application/pdf", LETTER);

        scanner.answer(FakeClamd.NO_VERDICT);
        check();
        execute("update document.document set check_again_at = null where id = '%s'".formatted(document.id()));
        check();

        assertThat(scanner.asked()).isEqualTo(2);
        assertThat(log.getAll()).containsOnlyOnce(document.id().toString());
    }

    @Test
    void a_photo_loses_its_traces_before_others_see_it() throws IOException {
        var document = quarantined("rumah.jpg", "image/jpeg", photo(64, 32));

        scanner.answer(FakeClamd.CLEAN);
        check();

        var now = read(document);
        assertThat(Files.readString(place(document), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", ExifFixture.MAKER, ExifFixture.SERIAL);
        assertThat(now.sha256()).isEqualTo(Digests.sha256(place(document))).isNotEqualTo(document.sha256());
        assertThat(now.size()).isEqualTo(Files.size(place(document)));
    }

    @Test
    void who_comes_late_overwrites_no_photo_that_another_has_made_anew() throws IOException {
        var document = quarantined("rumah.jpg", "image/jpeg", photo(64, 32));
        var made = photo(32, 32);
        var before = left();

        scanner.answer(content -> {
            another(document, made);
            return FakeClamd.CLEAN;
        });
        check();

        assertThat(Files.readAllBytes(place(document))).isEqualTo(made);
        assertThat(read(document).sha256()).isEqualTo(Digests.sha256(place(document)));
        assertThat(left()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Another instance checks the same file to the end. */
    private void another(Document document, byte[] made) {
        try {
            var file = Files.write(Files.createTempFile(place(document).getParent(), "made", null), made);
            var condition = new Condition(Condition.State.KEPT, Instant.now(), Set.of());
            var now = new Received(
                    file, "image/jpeg", made.length, Digests.sha256(file), document.sentSha256(), condition);
            inTenant(PLATFORM.bean(Quarantine.class)
                    .answered(document.checked(now), FILES.keep(file, TENANT, document.id())));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Files that have no place yet. */
    private static List<Path> left() throws IOException {
        try (var all = Files.list(FILES.temporary().block().getParent())) {
            return all.filter(path -> path.toFile().length() > 0).toList();
        }
    }

    private static byte[] photo(int width, int height) throws IOException {
        return ExifFixture.photo(Samples.written(Samples.picture(width, height), "jpg"), 6);
    }

    private void check() {
        checking.check(TENANT).block(Duration.ofMinutes(1));
    }

    private Path place(Document document) {
        return FILES.place(TENANT, document.id());
    }

    private Document quarantined(String name, String mediaType, byte[] content) throws IOException {
        var person = inTenant(
                PLATFORM.bean(Persons.class).known(new Account(TestPlatform.ISSUER, "patient", null, null, false)));
        var place = FILES.place(TENANT, Ids.next());
        Files.createDirectories(place.getParent());
        Files.write(place, content);
        var document = DocumentFixture.quarantined(person, name, mediaType, place);
        return inTenant(PLATFORM.bean(DocumentRegister.class).insert(document));
    }

    private Document read(Document document) {
        return inTenant(PLATFORM.bean(DocumentRegister.class).find(document.id()));
    }

    private <T> T inTenant(Mono<T> work) {
        return work.contextWrite(context -> CurrentTenant.put(context, TENANT)).block();
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = superuser()) {
            superuser.createStatement().execute(sql);
        }
    }

    private static double number(String sql) throws SQLException {
        try (var superuser = superuser();
                var row = superuser.createStatement().executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static Connection superuser() throws SQLException {
        var database = PLATFORM.database();
        return DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
    }
}
