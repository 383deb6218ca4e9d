package id.satuatap.core.calendar;

import id.satuatap.core.access.Actor;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.Precondition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's weeks: the usual one, and those that were set, each from its day on. */
@Service
@Transactional
class Weeks {

    /** @param version how often the week was set */
    record Versioned(List<WorkingWeek> weeks, int version) {}

    private final WeekRepository repository;
    private final Holidays holidays;
    private final Outbox outbox;

    Weeks(WeekRepository repository, Holidays holidays, Outbox outbox) {
        this.repository = repository;
        this.holidays = holidays;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Mono<List<WorkingWeek>> all() {
        return repository.all().map(Weeks::withUsual);
    }

    @Transactional(readOnly = true)
    Mono<Versioned> current() {
        return Mono.zip(all(), repository.version()).map(found -> new Versioned(found.getT1(), found.getT2()));
    }

    /** The week from a day on, which is not over: what was counted stays as it was counted. */
    Mono<Versioned> set(WorkingWeek week, int seenVersion) {
        var id = Ids.next();
        return Actor.current()
                .doOnNext(actor -> check(week.validFrom(), actor.tenantOrFail().today()))
                .flatMap(actor -> repository.insert(id, seenVersion + 1, week.validFrom(), actor.person()))
                .filter(inserted -> inserted == 1)
                .switchIfEmpty(stale())
                .flatMap(inserted -> repository.insertHours(seenVersion + 1, week.hours()))
                .then(outbox.append(new CalendarEvents.WeekSet(id, week.validFrom())))
                .then(current());
    }

    private <T> Mono<T> stale() {
        return current()
                .flatMap(now ->
                        Mono.error(Precondition.stale("calendar.week-changed", WeekController.WeeksView.of(now))));
    }

    private void check(LocalDate validFrom, LocalDate today) {
        if (validFrom.isBefore(today)) {
            throw new BadInput("validFrom", "fault.calendar-week-past");
        }
        if (validFrom.getYear() > holidays.lastYear()) {
            throw new BadInput("validFrom", "fault.calendar-unknown", holidays.lastYear());
        }
    }

    private static List<WorkingWeek> withUsual(List<WorkingWeek> set) {
        var all = new ArrayList<WorkingWeek>();
        all.add(WorkingWeek.USUAL);
        all.addAll(set);
        return List.copyOf(all);
    }
}
