package id.satuatap.core.access;

import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Precondition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Who holds which post. Posts are the office feature's; it decides who may appoint. */
@Service
@Transactional
public class Appointments {

    private final AppointmentRepository repository;
    private final Officials officials;

    Appointments(AppointmentRepository repository, Officials officials) {
        this.repository = repository;
        this.officials = officials;
    }

    /**
     * An official, known by NIP where there is one.
     *
     * @param name with titles, as on paper
     * @param nip 18 digits
     * @param person whose account this is; null for who has none
     */
    public record Official(
            String name,
            @Nullable String nip,
            @Nullable String rank,
            @Nullable UUID person) {}

    /** The id of this official here; one with the same NIP is the same. 404 when the person is nobody here. */
    public Mono<UUID> official(Official official) {
        return officials.keep(official);
    }

    /** Begins it, one at a time for a post: 409 when somebody holds the post then already. */
    public Mono<Void> begin(Appointment appointment) {
        return repository
                .lock(appointment.post())
                .then(of(List.of(appointment.post())))
                .doOnNext(others -> {
                    if (others.stream().anyMatch(appointment::clashes)) {
                        throw new Conflict("post.held");
                    }
                })
                .then(repository.insert(appointment));
    }

    /** Ends it now. */
    public Mono<Appointment> end(UUID id, int seenVersion) {
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("appointment.unknown")))
                .doOnNext(found -> {
                    if (found.endedAt() != null) {
                        throw new Conflict("appointment.ended");
                    }
                })
                .flatMap(found -> repository
                        .end(id, seenVersion)
                        .filter(ended -> ended)
                        .switchIfEmpty(Mono.error(() -> Precondition.stale("appointment.changed", found))))
                .then(Mono.defer(() -> repository.find(id)));
    }

    /** Those of these posts that did not end before their time, the newest first. */
    @Transactional(readOnly = true)
    public Mono<List<Appointment>> of(List<UUID> posts) {
        return posts.isEmpty() ? Mono.just(List.of()) : repository.of(posts).collectList();
    }

    /** Those of the ids that are appointments here. */
    @Transactional(readOnly = true)
    public Mono<List<Appointment>> all(List<UUID> ids) {
        return ids.isEmpty() ? Mono.just(List.of()) : repository.all(ids).collectList();
    }
}
