package id.satuatap.admin.spbe;

import com.vaadin.flow.server.streams.UploadHandler;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import id.satuatap.admin.spbe.AssessmentClient.Saved;
import id.satuatap.admin.spbe.AssessmentClient.Shared;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What one does with an assessment, one indicator at a time. */
@Service
class Assessing {

    private final AssessmentClient client;
    private final Instruments instruments;
    private final Documents documents;
    private final Texts texts;
    private final JsonMapper json;

    Assessing(AssessmentClient client, Instruments instruments, Documents documents, Texts texts, JsonMapper json) {
        this.client = client;
        this.instruments = instruments;
        this.documents = documents;
        this.texts = texts;
        this.json = json;
    }

    Assessment get(String assessment) {
        return client.get(assessment);
    }

    List<Row> rows(String assessment) {
        return client.rows(assessment).items();
    }

    Instrument instrument(Assessment assessment) {
        return instruments.get(assessment.instrument());
    }

    Answer answer(String assessment, int no) {
        return client.answer(assessment, no);
    }

    Saved save(String assessment, int no, long version, Given given) {
        return client.save(assessment, no, "\"" + version + "\"", given);
    }

    /** What someone else kept meanwhile, from the refusal itself if it says so. */
    Answer keptInstead(CoreRefused stale, String assessment, int no) {
        return Optional.ofNullable(stale.problem().current())
                .map(current -> json.treeToValue(current, Answer.class))
                .orElseGet(() -> client.answer(assessment, no));
    }

    Shared share(String assessment) {
        return client.share(assessment);
    }

    /** The score that these levels would give. Nice to know: empty when it can't be had now. */
    Optional<Score> wouldBe(Assessment assessment, Map<Integer, BigDecimal> levels) {
        try {
            return Optional.of(instruments.score(assessment.instrument(), assessment.year(), levels));
        } catch (CoreAway | CoreRefused unknown) {
            return Optional.empty();
        }
    }

    UploadHandler upload(String assessment, int no, Runnable onAdded, BiConsumer<String, String> onRefused) {
        return new EvidenceUpload(documents.core(), assessment, no, texts, onAdded, onRefused);
    }

    Documents documents() {
        return documents;
    }

    void remove(String assessment, int no, Evidence evidence) {
        client.remove(assessment, no, evidence.id());
    }
}
