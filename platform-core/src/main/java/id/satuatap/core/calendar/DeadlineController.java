package id.satuatap.core.calendar;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Sentences;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Counts working days by the calendar of the host's government. */
@RestController
@RequestMapping("/api/v1/calendar")
class DeadlineController {

    /** A year of working days, and some. */
    private static final int MOST_DAYS = 260;

    /** A closed day on the way, and why it is none of work, in the caller's language. */
    record SkippedView(LocalDate date, String kind, String why, boolean simulated) {

        static SkippedView of(ClosedDay day, Locale language) {
            return new SkippedView(day.date(), day.kind().key(), day.name(language), day.simulated());
        }
    }

    /**
     * When something is due.
     *
     * @param receivedOn day 0: the day on which it counts as received
     * @param deadline the end of office hours of the last day, with the government's offset
     * @param workingDays those that were counted
     * @param skipped the closed days since it arrived
     */
    @Schema(example = """
            {"receivedOn": "2026-03-16", "days": 2, "deadline": "2026-03-25T16:00:00+07:00", "zone": "Asia/Jakarta",
             "workingDays": ["2026-03-17", "2026-03-25"],
             "skipped": [{"date": "2026-03-19", "kind": "libur_nasional", "why": "Hari Suci Nyepi (Tahun Baru Saka 1948)", "simulated": false}]}""")
    record DeadlineView(
            LocalDate receivedOn,
            int days,
            OffsetDateTime deadline,
            String zone,
            List<LocalDate> workingDays,
            List<SkippedView> skipped) {

        static DeadlineView of(WorkingCalendar.Deadline found, WorkingCalendar calendar, Locale language) {
            return new DeadlineView(
                    found.receivedOn(),
                    found.workingDays().size(),
                    found.deadline(),
                    calendar.zone().getId(),
                    found.workingDays(),
                    found.skipped().stream()
                            .map(skipped -> SkippedView.of(skipped.why(), language))
                            .toList());
        }
    }

    /** @param days the working days, in their order */
    record WorkingDaysView(int count, List<LocalDate> days) {

        static WorkingDaysView of(List<LocalDate> days) {
            return new WorkingDaysView(days.size(), days);
        }
    }

    private final Calendars calendars;

    DeadlineController(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * When something is due that arrived at a moment and takes so many working days. The day of receipt is day 0; what arrives after hours
     * or on a closed day counts as received on the next working day. 422 where the closed days of a year are not known yet.
     */
    @PublicOperation
    @GetMapping("/deadline")
    Mono<DeadlineView> deadline(
            @Parameter(
                            description = "When it arrived, with an offset; a plus is written %2B",
                            schema = @Schema(type = "string", format = "date-time"),
                            example = "2026-03-16T15:30:00+07:00")
                    @RequestParam
                    String from,
            @Parameter(
                            description = "0 to 260",
                            schema = @Schema(type = "integer", format = "int32", minimum = "0", maximum = "260"),
                            example = "5")
                    @RequestParam
                    Integer days,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        if (days < 0 || days > MOST_DAYS) {
            throw new BadInput("days", "fault.range", 0, MOST_DAYS);
        }
        var arrived = moment(from).toInstant();
        return Actor.current().flatMap(actor -> {
            if (actor.tenant() == null) {
                return Mono.error(new NotFound("calendar.no-government"));
            }
            return calendars
                    .current()
                    .map(calendar ->
                            DeadlineView.of(calendar.deadline(arrived, days), calendar, Sentences.language(language)));
        });
    }

    /** The working days from one day to another, both included. */
    @Requires(CalendarPermissions.READ)
    @GetMapping("/working-days")
    Mono<WorkingDaysView> workingDays(
            @Parameter(example = "2026-12-21") @RequestParam LocalDate from,
            @Parameter(example = "2026-12-31") @RequestParam LocalDate to) {
        if (to.isBefore(from)) {
            throw new BadInput("to", "fault.calendar-closure-end");
        }
        return calendars.current().map(calendar -> WorkingDaysView.of(calendar.workingDays(from, to)));
    }

    /** A plus that was not escaped arrives as a blank. */
    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+'));
        } catch (DateTimeException noMoment) {
            throw new BadInput("from", "fault.calendar-moment");
        }
    }
}
