package id.satuatap.core.information.publication;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.office.Offices;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Precondition;
import id.satuatap.core.tenancy.Idempotency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's announcements: publishing is public at once, or from the first day that was named. */
@Service
@Transactional
class Announcements {

    /** The most that are shown at once; nobody reads more. */
    private static final int MOST_SHOWN = 100;

    /**
     * With the names that its ids stand for.
     *
     * @param by who touched it last; null for who is forgotten
     */
    record Named(
            Announcement announcement,
            @Nullable String office,
            @Nullable String by) {}

    private final AnnouncementRepository repository;
    private final Offices offices;
    private final Persons persons;
    private final Idempotency idempotency;
    private final Outbox outbox;

    Announcements(
            AnnouncementRepository repository,
            Offices offices,
            Persons persons,
            Idempotency idempotency,
            Outbox outbox) {
        this.repository = repository;
        this.offices = offices;
        this.persons = persons;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    Mono<Named> publish(Announcement.Content content, @Nullable String key) {
        return Actor.current().flatMap(actor -> {
            var tenant = actor.tenantOrFail();
            content.check(tenant.today());
            var effect = checkOffice(content)
                    .then(repository.insert(Ids.next(), content, tenant.simulated(), actor.person()))
                    .delayUntil(one -> outbox.append(
                            new AnnouncementEvents.Published(one.id(), content.validFrom(), content.office())));
            return idempotency
                    .once(actor.person().toString(), key, content, Announcement.class, effect)
                    .flatMap(this::named);
        });
    }

    Mono<Named> change(UUID id, int seenVersion, Announcement.Content content) {
        return Actor.current()
                .flatMap(actor -> checkOffice(content)
                        .then(step(
                                id,
                                seenVersion,
                                one -> one.saying(content, actor.tenantOrFail().today()))))
                .delayUntil(one ->
                        outbox.append(new AnnouncementEvents.Changed(one.id(), content.validFrom(), content.office())))
                .flatMap(this::named);
    }

    Mono<Named> withdraw(UUID id, int seenVersion) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return step(id, seenVersion, one -> one.withdraw(now))
                .delayUntil(one -> outbox.append(new AnnouncementEvents.Withdrawn(one.id())))
                .flatMap(this::named);
    }

    @Transactional(readOnly = true)
    Mono<Page<Named>> list(@Nullable UUID after, Announcement.@Nullable State state, LocalDate today, int limit) {
        return repository
                .before(after, state, today, limit + 1)
                .collectList()
                .flatMap(this::named)
                .map(rows -> Page.of(rows, limit, row -> row.announcement().id().toString()));
    }

    /** 404 when there is none, or when it is another tenant's, alike. */
    @Transactional(readOnly = true)
    Mono<Named> get(UUID id) {
        return find(id).flatMap(this::named);
    }

    /** What everybody reads on this day. */
    @Transactional(readOnly = true)
    Mono<List<Named>> shown(LocalDate today) {
        return repository.shown(today, MOST_SHOWN).collectList().flatMap(this::named);
    }

    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> titles(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.titles(ids);
    }

    @Transactional(readOnly = true)
    Mono<List<Map<String, Object>>> publishedBy(UUID person) {
        return repository.publishedBy(person).collectList();
    }

    private Mono<Announcement> step(UUID id, int seenVersion, UnaryOperator<Announcement> step) {
        return find(id).zipWith(Actor.current()).flatMap(found -> {
            var before = found.getT1();
            var stored = before.version() == seenVersion
                    ? repository.update(step.apply(before), found.getT2().person())
                    : Mono.<Announcement>empty();
            return stored.switchIfEmpty(get(id).flatMap(now -> Mono.error(Precondition.stale(
                    "announcement.changed",
                    AnnouncementController.AnnouncementView.of(
                            now, found.getT2().tenantOrFail().today())))));
        });
    }

    private Mono<Announcement> find(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("announcement.unknown")));
    }

    private Mono<Void> checkOffice(Announcement.Content content) {
        return content.office() == null
                ? Mono.empty()
                : offices.get(content.office()).then();
    }

    private Mono<Named> named(Announcement one) {
        return named(List.of(one)).map(List::getFirst);
    }

    private Mono<List<Named>> named(List<Announcement> all) {
        var officeIds = all.stream()
                .map(one -> one.content().office())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var personIds = all.stream().map(Announcement::changedBy).distinct().toList();
        return Mono.zip(offices.names(officeIds), persons.all(personIds))
                .map(names -> all.stream()
                        .map(one -> named(one, names.getT1(), names.getT2()))
                        .toList());
    }

    private static Named named(Announcement one, Map<UUID, String> offices, Map<UUID, Person> persons) {
        var office = one.content().office();
        var person = persons.get(one.changedBy());
        return new Named(one, office == null ? null : offices.get(office), person == null ? null : person.name());
    }
}
