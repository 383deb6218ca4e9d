package id.satuatap.core.calendar;

import id.satuatap.core.access.NamedTenants;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.shared.Sentences;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The working calendar as everybody reads it: the path names the tenant, so that it works on the bare host, too. */
@RestController
@RequestMapping("/api/v1/tenants/{slug}/calendar")
class PublicCalendarController {

    /**
     * A day on which offices are closed.
     *
     * @param name why, in the caller's language
     * @param sources decrees; none for what the government closed itself
     * @param estimated whether it may still move
     * @param simulated whether it is invented, and must say so
     */
    record ClosedDayView(
            LocalDate date, String kind, String name, List<String> sources, boolean estimated, boolean simulated) {

        static ClosedDayView of(ClosedDay day, Locale language) {
            return new ClosedDayView(
                    day.date(), day.kind().key(), day.name(language), day.sources(), day.estimated(), day.simulated());
        }
    }

    /**
     * A year of work.
     *
     * @param zone of all its hours
     * @param workingDays how many the year has
     * @param knownFrom the first day of which it is known whether offices are closed
     * @param knownUntil the last day of which it is known whether offices are closed
     * @param weeks the usual one, and those that were set, in the order of their first days
     * @param closedDays beside the free days of the week
     */
    @Schema(example = """
            {"year": 2026, "zone": "Asia/Jakarta", "workingDays": 240, "knownFrom": "2024-01-01", "knownUntil": "2027-12-31",
             "weeks": [{"validFrom": null, "days": [{"day": "MONDAY", "opens": "07:30", "closes": "16:00"}]}],
             "closedDays": [{"date": "2026-01-01", "kind": "libur_nasional", "name": "Tahun Baru 2026 Masehi",
             "sources": ["SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025 (19 September 2025)"],
             "estimated": false, "simulated": false}]}""")
    record CalendarView(
            int year,
            String zone,
            int workingDays,
            LocalDate knownFrom,
            LocalDate knownUntil,
            List<WeekController.WeekView> weeks,
            List<ClosedDayView> closedDays) {

        static CalendarView of(WorkingCalendar calendar, int year, Locale language) {
            calendar.checkYear(year);
            return new CalendarView(
                    year,
                    calendar.zone().getId(),
                    calendar.workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                            .size(),
                    LocalDate.of(calendar.firstYear(), 1, 1),
                    LocalDate.of(calendar.lastYear(), 12, 31),
                    calendar.weeks().stream().map(WeekController.WeekView::of).toList(),
                    calendar.closed().values().stream()
                            .filter(day -> day.date().getYear() == year)
                            .sorted(Comparator.comparing(ClosedDay::date))
                            .map(day -> ClosedDayView.of(day, language))
                            .toList());
        }
    }

    private final Calendars calendars;
    private final NamedTenants tenants;

    PublicCalendarController(Calendars calendars, NamedTenants tenants) {
        this.calendars = calendars;
        this.tenants = tenants;
    }

    /** When a government's offices are open in a year, this one without another; 422 for a year that is not known. */
    @PublicOperation
    @GetMapping
    Mono<CalendarView> year(
            @PathVariable String slug,
            @Parameter(example = "2026") @RequestParam(required = false) @Nullable Integer year,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return tenants.within(
                slug,
                tenant -> calendars
                        .current()
                        .map(calendar -> CalendarView.of(
                                calendar,
                                year == null ? tenant.today().getYear() : year,
                                Sentences.language(language))));
    }
}
