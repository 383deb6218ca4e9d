package id.satuatap.core.member;

import id.satuatap.core.access.Memberships;
import id.satuatap.core.figure.Measured;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How many people hold a role here; machines are none. */
@Component
class ActiveMembers implements Measured {

    private final Memberships memberships;

    ActiveMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public String key() {
        return "members.active";
    }

    @Override
    public Unit unit() {
        return Unit.PEOPLE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean ofPeople() {
        return true;
    }

    @Override
    public String source() {
        return "orang dengan keanggotaan yang berlaku";
    }

    @Override
    public Flux<Measurement> measure(LocalDate day) {
        return memberships
                .people(day)
                .map(people -> new Measurement(null, people, null, people))
                .flux();
    }
}
