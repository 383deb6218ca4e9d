package id.satuatap.admin.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The working calendar at core. */
interface CalendarClient {

    @GetExchange("/tenants/{slug}/calendar")
    Year year(@PathVariable String slug, @RequestParam int year);

    @GetExchange("/calendar/deadline")
    Deadline deadline(@RequestParam String from, @RequestParam int days);

    @GetExchange("/calendar/working-days")
    WorkingDays workingDays(@RequestParam String from, @RequestParam String to);

    @GetExchange("/calendar/closures")
    Closures closures(@RequestParam int year, @RequestParam int limit);

    @PostExchange("/calendar/closures")
    Closure close(@RequestHeader("Idempotency-Key") String key, @RequestBody Days days);

    @PostExchange("/calendar/closures/{id}/withdrawal")
    Closure withdraw(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @GetExchange("/calendar/week")
    Weeks weeks();

    @PutExchange("/calendar/week")
    Weeks setWeek(@RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Week week);

    /** @param closedDays beside the free days of the week */
    record Year(
            int year,
            String zone,
            int workingDays,
            LocalDate knownFrom,
            LocalDate knownUntil,
            List<Week> weeks,
            List<ClosedDay> closedDays) {}

    /** @param sources decrees; none for what the government closed itself */
    record ClosedDay(
            LocalDate date, String kind, String name, List<String> sources, boolean estimated, boolean simulated) {}

    /** @param validFrom null for the week that holds where nobody set one */
    record Week(@Nullable LocalDate validFrom, List<Hours> days) {}

    record Hours(
            DayOfWeek day,
            @JsonFormat(pattern = "HH:mm") LocalTime opens,
            @JsonFormat(pattern = "HH:mm") LocalTime closes) {}

    record Weeks(List<Week> items, int version) {

        String etag() {
            return "\"" + version + "\"";
        }
    }

    record Closures(List<Closure> items) {}

    record Days(LocalDate from, LocalDate to, String reason) {}

    /** @param by who recorded it; null for who is forgotten */
    record Closure(
            String id,
            LocalDate from,
            LocalDate to,
            String reason,
            boolean withdrawn,
            boolean simulated,
            @Nullable String by,
            int version) {

        String etag() {
            return "\"" + version + "\"";
        }
    }

    record WorkingDays(int count) {}

    record Deadline(LocalDate receivedOn, int days, OffsetDateTime deadline, String zone, List<Skipped> skipped) {

        /** By the government's clock: what reads an answer may have turned it into another. */
        LocalDateTime local() {
            return deadline.atZoneSameInstant(ZoneId.of(zone)).toLocalDateTime();
        }
    }

    record Skipped(LocalDate date, String kind, String why) {}
}
