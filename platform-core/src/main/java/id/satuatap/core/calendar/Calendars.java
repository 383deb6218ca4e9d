package id.satuatap.core.calendar;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The working calendar of the present tenant, for every clock. Remembered for at most five seconds. */
@Service
public class Calendars {

    private final Weeks weeks;
    private final Closures closures;
    private final Holidays holidays;
    private final Tenants tenants;
    private final AsyncLoadingCache<TenantId, WorkingCalendar> remembered;

    Calendars(Weeks weeks, Closures closures, Holidays holidays, Tenants tenants) {
        this.weeks = weeks;
        this.closures = closures;
        this.holidays = holidays;
        this.tenants = tenants;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(2_000)
                .buildAsync((tenant, executor) -> load(tenant).toFuture());
    }

    public Mono<WorkingCalendar> current() {
        return CurrentTenant.get().flatMap(tenant -> Mono.fromFuture(() -> remembered.get(tenant), true));
    }

    /** Reads the present tenant's anew at the next question: once a change is committed, never before. */
    Mono<Void> forgetHere() {
        return CurrentTenant.get()
                .doOnNext(tenant -> remembered.synchronous().invalidate(tenant))
                .then();
    }

    private Mono<WorkingCalendar> load(TenantId tenant) {
        return Mono.zip(tenants.get(tenant.value()), weeks.all(), closures.inForce())
                .map(found -> calendar(found.getT1(), found.getT2(), found.getT3()))
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private WorkingCalendar calendar(Tenant tenant, List<WorkingWeek> weeks, List<Closure> closures) {
        var closed = new HashMap<LocalDate, ClosedDay>();
        closures.forEach(closure -> closed.putAll(closure.closed()));
        closed.putAll(holidays.days());
        return new WorkingCalendar(ZoneId.of(tenant.zone()), weeks, closed, holidays.firstYear(), holidays.lastYear());
    }
}
