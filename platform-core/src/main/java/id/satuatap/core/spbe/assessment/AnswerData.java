package id.satuatap.core.spbe.assessment;

import id.satuatap.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which answers somebody saved. What they say is the government's. */
@Component
class AnswerData implements PersonalData {

    private final Answers answers;

    AnswerData(Answers answers) {
        this.answers = answers;
    }

    @Override
    public String kind() {
        return "answers";
    }

    @Override
    public Mono<List<Map<String, Object>>> of(UUID person) {
        return answers.savedBy(person);
    }
}
