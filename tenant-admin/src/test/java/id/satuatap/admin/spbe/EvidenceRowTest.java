package id.satuatap.admin.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import id.satuatap.admin.CoreSources;
import id.satuatap.admin.StandInCore;
import id.satuatap.admin.session.SessionFixture;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.servlet.page.Languages;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a file of evidence, and of one that was refused; no browser. */
class EvidenceRowTest {

    private static final Pattern NOTE = Pattern.compile("(?m)^document\\.note\\.([a-z-]+)=");

    private final UI ui = new UI(); // the current one is held weakly
    private StandInCore core;

    @BeforeEach
    void open() throws Exception {
        core = new StandInCore();
        ui.setLocale(Languages.INDONESIAN);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
        core.close();
    }

    @Test
    void a_file_in_quarantine_is_named_with_the_reason_and_can_not_be_fetched() {
        var row = row("application/pdf", "QUARANTINED", "scanner-away");

        assertThat(row.getElement().getTextRecursively()).contains("bukti.pdf").contains("evidence.note.scanner-away");
        assertThat(all(row)).noneMatch(Anchor.class::isInstance).noneMatch(Image.class::isInstance);
    }

    @Test
    void a_clean_file_is_shown_small_and_can_be_fetched() {
        var row = row("application/pdf", "KEPT", "restricted");

        assertThat(all(row)).anyMatch(Anchor.class::isInstance).anyMatch(Image.class::isInstance);
        assertThat(row.getElement().getTextRecursively()).contains("evidence.note.restricted");
        assertThat(all(row("application/vnd.oasis.opendocument.text", "KEPT")))
                .anyMatch(Anchor.class::isInstance)
                .noneMatch(Image.class::isInstance);
    }

    @Test
    void everything_that_core_notes_of_a_file_has_words() {
        var texts = new Texts();
        var notes = CoreSources.texts(path -> path.endsWith("problems/document.properties"))
                .flatMap(text -> CoreSources.found(NOTE, text).stream())
                .toList();

        assertThat(notes).contains("unscanned", "scanner-away", "infected").hasSizeGreaterThan(6);
        assertThat(notes).allMatch(note -> texts.knows("evidence.note." + note));
    }

    @Test
    void a_refused_file_is_a_row_with_its_name_and_the_reason_and_nothing_to_try_again() {
        var refusals = new EvidenceRefusals();

        refusals.add("catatan.txt", "Jenis berkas ini tidak diterima.");

        assertThat(refusals.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat(refusals.getElement().getTextRecursively()).contains("Jenis berkas ini tidak diterima.");
        assertThat(all(refusals)).filteredOn(Button.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "413, true",
        "415, true",
        "409, true",
        "401, false",
        "408, false",
        "429, false",
        "503, false",
        "507, false"
    })
    void only_a_refusal_of_kind_is_final(int status, boolean isFinal) {
        assertThat(EvidenceUpload.isFinal(status)).isEqualTo(isFinal);
    }

    private EvidenceRow row(String mediaType, String state, String... notes) {
        var evidence = new Evidence("1", "2", "bukti.pdf", mediaType, 10, state, List.of(notes), Instant.EPOCH, null);
        return new EvidenceRow(evidence, new Documents(SessionFixture.clientsOf(core.url())));
    }

    private static List<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(child -> all(child).stream()))
                .toList();
    }
}
