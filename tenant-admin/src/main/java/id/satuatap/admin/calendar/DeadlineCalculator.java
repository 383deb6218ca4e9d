package id.satuatap.admin.calendar;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.satuatap.admin.calendar.CalendarClient.Deadline;
import id.satuatap.admin.shared.Dates;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.page.Languages;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Received then, so many working days, due when and why: counted by core as it counts every clock. */
final class DeadlineCalculator extends Section {

    private static final int USUAL_DAYS = 5;
    private static final int MOST_DAYS = 260;
    private static final int SHOWN_AT_ONCE = 12;

    private final CalendarWords words = CalendarWords.current();
    private final DatePicker day = Dates.picker();
    private final TimePicker time = new TimePicker();
    private final IntegerField days = new IntegerField();
    private final Div answer = new Div();
    private final CalendarClient client;
    private final ZoneId zone;

    DeadlineCalculator(CalendarClient client, String zone) {
        this.client = client;
        this.zone = ZoneId.of(zone);
        setId("calculator");
        add(new H2(getTranslation("calendar.calculator")), fields(), answer);
        answer.setId("calculator-answer");
        answer.getElement().setAttribute("role", "status");
    }

    private Div fields() {
        day.setId("calculator-day");
        day.setLabel(getTranslation("calendar.calculator.day"));
        day.setValue(LocalDate.now(zone));
        day.addValueChangeListener(event -> count());
        time.setId("calculator-time");
        time.setLabel(getTranslation("calendar.calculator.time"));
        time.setLocale(Languages.current());
        time.setStep(Duration.ofMinutes(30));
        time.setValue(LocalTime.of(9, 0));
        time.addValueChangeListener(event -> count());
        days.setId("calculator-days");
        days.setLabel(getTranslation("calendar.calculator.days"));
        days.setMin(0);
        days.setMax(MOST_DAYS);
        days.setValue(USUAL_DAYS);
        days.setStepButtonsVisible(true);
        days.setManualValidation(true); // core says what is wrong
        days.addValueChangeListener(event -> count());
        var fields = new Div(day, time, days);
        fields.addClassName("admin-calculator");
        return fields;
    }

    /** Counts what is filled in; again where the calendar has changed. */
    void count() {
        answer.removeAll();
        days.setInvalid(false);
        if (day.isEmpty() || time.isEmpty() || days.isEmpty()) {
            answer.add(new Paragraph(getTranslation("calendar.calculator.incomplete")));
            return;
        }
        var arrived = ZonedDateTime.of(day.getValue(), time.getValue(), zone).toOffsetDateTime();
        try {
            show(client.deadline(arrived.toString(), days.getValue()));
        } catch (CoreRefused refused) {
            tell(refused);
        }
    }

    private void show(Deadline found) {
        var due = new Paragraph();
        due.setId("calculator-due");
        due.addClassName("admin-strong");
        due.setText(getTranslation(
                "calendar.calculator.due",
                words.date(found.local().toLocalDate()),
                words.time(found.local().toLocalTime()),
                CalendarWords.zone(found.zone())));
        answer.add(due, new Paragraph(received(found)));
        if (!found.skipped().isEmpty()) {
            answer.add(skipped(found));
        }
    }

    private String received(Deadline found) {
        var key = found.receivedOn().equals(day.getValue()) ? "received" : "received-later";
        return getTranslation("calendar.calculator." + key, words.date(found.receivedOn()));
    }

    private NativeDetails skipped(Deadline found) {
        var spans = ClosedSpan.of(found.skipped(), getTranslation("calendar.kind.akhir_pekan"));
        var list = new UnorderedList();
        list.addClassName("admin-skipped");
        spans.forEach(span -> list.add(new ListItem(when(span), new Span(span.name()))));
        var details = new NativeDetails(
                getTranslation("calendar.calculator.skipped", found.skipped().size()), list);
        details.setId("calculator-skipped");
        details.setOpen(spans.size() <= SHOWN_AT_ONCE);
        return details;
    }

    private Span when(ClosedSpan span) {
        var when = new Span(words.daysAndMonth(span.from(), span.to()));
        when.addClassName("admin-closed-when");
        return when;
    }

    private void tell(CoreRefused refused) {
        if (refused.faults().stream().anyMatch(fault -> fault.field().equals("days"))) {
            days.setErrorMessage(refused.sentence("days"));
            days.setInvalid(true);
        } else {
            answer.add(new Paragraph(refused.sentence()));
        }
    }
}
