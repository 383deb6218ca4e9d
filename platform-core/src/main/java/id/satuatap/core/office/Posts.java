package id.satuatap.core.office;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Appointment;
import id.satuatap.core.access.Appointments;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.tenancy.Idempotency;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The posts of offices, and who holds them. */
@Service
@Transactional
public class Posts {

    record NewPost(String name, boolean head, LocalDate validFrom) {}

    record Appoint(
            Appointments.Official official,
            @Nullable String acting,
            @Nullable String decree,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private final PostRepository repository;
    private final Offices offices;
    private final Appointments appointments;
    private final Idempotency idempotency;
    private final Outbox outbox;

    Posts(
            PostRepository repository,
            Offices offices,
            Appointments appointments,
            Idempotency idempotency,
            Outbox outbox) {
        this.repository = repository;
        this.offices = offices;
        this.appointments = appointments;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    public Mono<List<HeldPost>> of(UUID office) {
        return offices.get(office)
                .thenMany(repository.of(office))
                .collectList()
                .flatMap(posts -> appointments
                        .of(posts.stream().map(Post::id).toList())
                        .map(all -> posts.stream()
                                .map(post -> HeldPost.of(post, all))
                                .toList()));
    }

    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.all(ids).collectMap(Post::id, Post::name);
    }

    /** By appointment, who is appointed. */
    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> appointed(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : appointments
                        .all(List.copyOf(ids))
                        .map(found -> found.stream().collect(Collectors.toMap(Appointment::id, Appointment::name)));
    }

    Mono<Post> make(UUID office, NewPost request, @Nullable String key) {
        var post = new Post(Ids.next(), office, request.name(), request.head(), request.validFrom(), null);
        return Actor.current().flatMap(actor -> {
            var effect = offices.get(office)
                    .then(repository.insert(post, actor.person()))
                    .then(outbox.append(new OfficeEvents.PostMade(office, post.id())))
                    .thenReturn(post);
            return idempotency.once(actor.person().toString(), key, List.of(office, request), Post.class, effect);
        });
    }

    Mono<Appointment> appoint(UUID post, Appoint request, @Nullable String key) {
        return Actor.current().flatMap(actor -> {
            var effect = find(post)
                    .zipWith(appointments.official(request.official()))
                    .map(found -> appointment(found.getT1(), found.getT2(), request))
                    .delayUntil(appointments::begin)
                    .delayUntil(begun ->
                            outbox.append(new OfficeEvents.Appointed(begun.office(), begun.post(), begun.id())));
            return idempotency.once(actor.person().toString(), key, List.of(post, request), Appointment.class, effect);
        });
    }

    @Transactional(readOnly = true)
    Mono<Appointment> appointment(UUID id) {
        return appointments
                .all(List.of(id))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .switchIfEmpty(Mono.error(() -> new NotFound("appointment.unknown")));
    }

    Mono<Appointment> end(UUID appointment, int seenVersion) {
        return appointments
                .end(appointment, seenVersion)
                .delayUntil(ended ->
                        outbox.append(new OfficeEvents.AppointmentEnded(ended.office(), ended.post(), ended.id())));
    }

    private Mono<Post> find(UUID id) {
        return repository.all(List.of(id)).next().switchIfEmpty(Mono.error(() -> new NotFound("post.unknown")));
    }

    private static Appointment appointment(Post post, UUID official, Appoint request) {
        return new Appointment(
                Ids.next(),
                official,
                request.official().name(),
                post.id(),
                post.office(),
                request.acting(),
                request.decree(),
                request.validFrom(),
                request.validTo(),
                null,
                1);
    }
}
