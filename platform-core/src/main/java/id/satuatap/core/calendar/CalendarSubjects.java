package id.satuatap.core.calendar;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A closure is called by its reason. */
@Component
class CalendarSubjects implements EventSubjects {

    private final Closures closures;

    CalendarSubjects(Closures closures) {
        this.closures = closures;
    }

    @Override
    public String kind() {
        return "closure";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("calendar.closure-");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return closures.reasons(ids);
    }
}
