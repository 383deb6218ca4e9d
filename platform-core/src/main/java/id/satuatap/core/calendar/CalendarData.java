package id.satuatap.core.calendar;

import id.satuatap.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which closures somebody recorded. Why offices are closed is the government's. */
@Component
class CalendarData implements PersonalData {

    private final Closures closures;

    CalendarData(Closures closures) {
        this.closures = closures;
    }

    @Override
    public String kind() {
        return "closures";
    }

    @Override
    public Mono<List<Map<String, Object>>> of(UUID person) {
        return closures.writtenBy(person);
    }
}
