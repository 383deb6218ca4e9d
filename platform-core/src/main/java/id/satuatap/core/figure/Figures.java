package id.satuatap.core.figure;

import id.satuatap.core.figure.Measured.Measurement;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The snapshots of the tenant in the context. */
@Service
@Transactional
public class Figures {

    private final FigureRepository repository;

    Figures(FigureRepository repository) {
        this.repository = repository;
    }

    /** Measures a figure of this day and keeps it, if that was not done yet. All its offices in one transaction: all, or none. */
    Mono<Void> snapshot(Tenant tenant, Measured measured, LocalDate day) {
        return repository
                .has(measured.key(), day, measured.version())
                .filter(there -> !there)
                .flatMapMany(missing -> measured.measure(day).collectList().flatMapIterable(found -> found))
                .concatMap(found -> repository.insert(figure(tenant, measured, day, found)))
                .then();
    }

    private static Figure figure(Tenant tenant, Measured measured, LocalDate day, Measurement found) {
        return new Figure(
                Ids.next(),
                measured.key(),
                found.office(),
                day,
                day,
                found.numerator(),
                found.denominator(),
                found.n(),
                measured.ofPeople(),
                measured.unit(),
                measured.version(),
                measured.source(),
                tenant.simulated(),
                Instant.now());
    }

    @Transactional(readOnly = true)
    Mono<List<Figure>> after(UUID after, FigureFilter filter, int most) {
        return repository.after(after, filter, most).collectList();
    }
}
