package id.satuatap.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.satuatap.core.access.Requires;
import id.satuatap.core.calendar.WorkingWeek.Hours;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Fault;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The days and hours of work, as those set them who may. */
@RestController
@RequestMapping("/api/v1/calendar/week")
class WeekController {

    /** Hours of a day of the week, in the government's zone. */
    record DayHours(
            @NotNull DayOfWeek day,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", format = "time", example = "07:30")
            LocalTime opens,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", format = "time", example = "16:00")
            LocalTime closes) {}

    /**
     * The week from a day on.
     *
     * @param validFrom today or later, so that the past stays as it was counted
     * @param days those that are worked; a day that is missing is free
     */
    @Schema(example = """
            {"validFrom": "2027-12-06", "days": [{"day": "MONDAY", "opens": "07:30", "closes": "16:00"},
             {"day": "TUESDAY", "opens": "07:30", "closes": "16:00"}, {"day": "WEDNESDAY", "opens": "07:30", "closes": "16:00"},
             {"day": "THURSDAY", "opens": "07:30", "closes": "16:00"}, {"day": "FRIDAY", "opens": "07:30", "closes": "16:30"}]}""")
    record SetWeek(
            @NotNull LocalDate validFrom,
            @NotEmpty @Size(max = 7) List<@NotNull @Valid DayHours> days) {

        WorkingWeek week() {
            var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
            var faults = new ArrayList<Fault>();
            for (int at = 0; at < days.size(); at++) {
                var day = days.get(at);
                if (!day.opens().isBefore(day.closes())) {
                    faults.add(new Fault("days[%d].closes".formatted(at), "fault.calendar-hours"));
                } else if (hours.put(day.day(), new Hours(day.opens(), day.closes())) != null) {
                    faults.add(new Fault("days[%d].day".formatted(at), "fault.calendar-day-twice"));
                }
            }
            if (!faults.isEmpty()) {
                throw new BadInput(faults);
            }
            return new WorkingWeek(validFrom, hours);
        }
    }

    /** @param validFrom its first day; null for the week that holds where nobody set one */
    record WeekView(@Nullable LocalDate validFrom, List<DayHours> days) {

        static WeekView of(WorkingWeek week) {
            return new WeekView(
                    week.isUsual() ? null : week.validFrom(),
                    week.hours().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(day -> new DayHours(
                                    day.getKey(),
                                    day.getValue().opens(),
                                    day.getValue().closes()))
                            .toList());
        }
    }

    /** The usual week, and those that were set, in the order of their first days. */
    record WeeksView(List<WeekView> items, int version) {

        static WeeksView of(Weeks.Versioned found) {
            return new WeeksView(found.weeks().stream().map(WeekView::of).toList(), found.version());
        }
    }

    private final Weeks weeks;
    private final Calendars calendars;

    WeekController(Weeks weeks, Calendars calendars) {
        this.weeks = weeks;
        this.calendars = calendars;
    }

    /** All weeks of this government, with the version that setting another one asks for. */
    @Requires(CalendarPermissions.READ)
    @GetMapping
    Mono<ResponseEntity<WeeksView>> get() {
        return tagged(weeks.current());
    }

    /** Sets the week from a day on; the days before stay as they were. */
    @Requires(CalendarPermissions.MANAGE)
    @PutMapping
    Mono<ResponseEntity<WeeksView>> set(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SetWeek request) {
        return tagged(weeks.set(request.week(), Versions.seen(ifMatch)).delayUntil(set -> calendars.forgetHere()));
    }

    private static Mono<ResponseEntity<WeeksView>> tagged(Mono<Weeks.Versioned> found) {
        return found.map(WeeksView::of)
                .map(view ->
                        ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view));
    }
}
