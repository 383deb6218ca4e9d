package id.satuatap.core.privacy;

import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person is called by name and address, as long as that one is remembered. */
@Component
class PersonSubjects implements EventSubjects {

    private final Persons persons;

    PersonSubjects(Persons persons) {
        this.persons = persons;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("privacy.") && !type.equals("privacy.breach-listed");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return persons.all(ids)
                .map(found -> found.values().stream().collect(Collectors.toMap(Person::id, PersonSubjects::name)));
    }

    private static String name(Person person) {
        if (person.erasedAt() != null) {
            return "(dihapus)";
        }
        return person.restricted() ? String.valueOf(person.name()) : "%s (%s)".formatted(person.name(), person.email());
    }
}
