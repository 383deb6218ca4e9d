package id.satuatap.admin.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import id.satuatap.admin.calendar.CalendarClient.Week;
import id.satuatap.admin.calendar.CalendarClient.Year;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Zones;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days and hours of work: those of today, and those that begin later. */
final class WeekSection extends Section {

    private final CalendarWords words = CalendarWords.current();

    /** @param onSet what the button does; null where there is none */
    WeekSection(Year year, @Nullable Runnable onSet) {
        setId("week-section");
        addClassName("sa-card");
        var today = Zones.today();
        add(new H2(getTranslation("calendar.week")));
        var current = current(year.weeks(), today);
        add(hours(current, "week-now"), zone(year, current));
        year.weeks().stream()
                .filter(week -> week.validFrom() != null && week.validFrom().isAfter(today))
                .forEach(week -> add(coming(week)));
        if (onSet != null) {
            add(Buttons.small("week-change", getTranslation("calendar.week.change"), onSet));
        }
    }

    /** The last that has begun; the first holds since ever. */
    static Week current(List<Week> weeks, LocalDate today) {
        return weeks.stream()
                .filter(week -> week.validFrom() == null || !week.validFrom().isAfter(today))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Paragraph zone(Year year, Week current) {
        var since = current.validFrom();
        var about = new Paragraph(
                since == null
                        ? getTranslation("calendar.week.usual", CalendarWords.zone(year.zone()))
                        : getTranslation(
                                "calendar.week.since",
                                CalendarWords.zone(year.zone()),
                                Formats.current().date(since)));
        about.addClassName("sa-source");
        return about;
    }

    private Div coming(Week week) {
        var since = new Paragraph(
                getTranslation("calendar.week.from", Formats.current().date(week.validFrom())));
        return new Div(since, hours(week, "week-from-" + week.validFrom()));
    }

    private UnorderedList hours(Week week, String id) {
        var list = new UnorderedList();
        list.setId(id);
        list.addClassName("admin-hours");
        words.week(week.days()).forEach(line -> list.add(new ListItem(line)));
        return list;
    }
}
