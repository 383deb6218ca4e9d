package id.satuatap.admin.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.satuatap.admin.calendar.CalendarClient.Hours;
import id.satuatap.admin.calendar.CalendarClient.Week;
import id.satuatap.admin.calendar.CalendarClient.Weeks;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Dates;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.page.Languages;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sets the days and hours of work from a day on. */
final class WeekDialog extends Dialog {

    private static final LocalTime USUAL_START = LocalTime.of(7, 30);
    private static final LocalTime USUAL_END = LocalTime.of(16, 0);

    private final List<Row> rows = new ArrayList<>();
    private final DatePicker validFrom = Dates.picker();
    private final Paragraph refusal = new Paragraph();
    private final Button send = Buttons.once("week-send", getTranslation("calendar.week.confirm"), this::send);
    private final Weeks seen;
    private final CalendarClient client;
    private final Consumer<String> onSet;

    WeekDialog(Weeks seen, CalendarClient client, Consumer<String> onSet) {
        this.seen = seen;
        this.client = client;
        this.onSet = onSet;
        setId("week-dialog");
        setHeaderTitle(getTranslation("calendar.week"));
        setWidth("min(36rem, 94vw)");
        var today = Zones.today();
        var current = WeekSection.current(seen.items(), today);
        for (var day : DayOfWeek.values()) {
            var row = new Row(day, current.days());
            rows.add(row);
            add(row);
        }
        validFrom.setId("week-valid-from");
        validFrom.setLabel(getTranslation("calendar.week.valid-from"));
        validFrom.setHelperText(getTranslation("calendar.week.valid-from.help"));
        validFrom.setMin(today);
        validFrom.setValue(today.plusDays(1));
        validFrom.setManualValidation(true);
        validFrom.setWidthFull();
        refusal.setId("week-refused");
        refusal.addClassName("sa-error");
        refusal.getElement().setAttribute("role", "alert");
        add(validFrom, refusal);
        getFooter().add(Buttons.cancel("week-cancel", this), send);
    }

    private void send() {
        refusal.setText("");
        rows.forEach(Row::clearFault);
        validFrom.setInvalid(false);
        try {
            if (isComplete()) {
                var days =
                        rows.stream().map(Row::hours).flatMap(Optional::stream).toList();
                client.setWeek(seen.etag(), new Week(validFrom.getValue(), days));
                close();
                onSet.accept(
                        getTranslation("calendar.week.set", Formats.current().date(validFrom.getValue())));
            }
        } catch (CoreRefused refused) {
            tell(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    private boolean isComplete() {
        if (rows.stream().noneMatch(Row::works)) {
            refusal.setText(getTranslation("calendar.week.none"));
            return false;
        }
        if (validFrom.isEmpty()) {
            validFrom.setErrorMessage(getTranslation("calendar.week.valid-from.fault"));
            validFrom.setInvalid(true);
            validFrom.focus();
            return false;
        }
        return rows.stream().filter(row -> !row.isSound()).toList().isEmpty();
    }

    private void tell(CoreRefused refused) {
        var aboutDay = refused.faults().stream()
                .filter(fault -> fault.field().equals("validFrom"))
                .findFirst();
        aboutDay.ifPresentOrElse(
                fault -> {
                    validFrom.setErrorMessage(fault.message());
                    validFrom.setInvalid(true);
                },
                () -> refusal.setText(
                        refused.faults().isEmpty()
                                ? refused.sentence()
                                : refused.faults().getFirst().message()));
    }

    /** A day of the week: worked or free, from when to when. */
    private static final class Row extends Div {

        private final DayOfWeek day;
        private final Checkbox works = new Checkbox();
        private final TimePicker opens;
        private final TimePicker closes;

        Row(DayOfWeek day, List<Hours> hours) {
            this.day = day;
            var set = hours.stream().filter(one -> one.day() == day).findFirst();
            var name = CalendarWords.current().day(day);
            opens = time("opens", name, set.map(Hours::opens).orElse(USUAL_START));
            closes = time("closes", name, set.map(Hours::closes).orElse(USUAL_END));
            works.setId("week-" + day);
            works.setLabel(name);
            works.addValueChangeListener(event -> enable());
            works.setValue(set.isPresent());
            enable();
            addClassName("admin-week-row");
            add(works, opens, closes);
        }

        boolean works() {
            return works.getValue();
        }

        Optional<Hours> hours() {
            return works() ? Optional.of(new Hours(day, opens.getValue(), closes.getValue())) : Optional.empty();
        }

        /** Says at the hour what is missing or wrong. */
        boolean isSound() {
            var sound = !works()
                    || opens.getValue() != null
                            && closes.getValue() != null
                            && opens.getValue().isBefore(closes.getValue());
            if (!sound) {
                closes.setErrorMessage(getTranslation("calendar.week.hours.fault"));
                closes.setInvalid(true);
                closes.focus();
            }
            return sound;
        }

        void clearFault() {
            closes.setInvalid(false);
        }

        private void enable() {
            opens.setEnabled(works());
            closes.setEnabled(works());
        }

        private TimePicker time(String which, String name, LocalTime value) {
            var field = new TimePicker();
            field.setId("week-%s-%s".formatted(day, which));
            field.setLocale(Languages.current());
            field.setStep(Duration.ofMinutes(30));
            field.setValue(value);
            field.setManualValidation(true);
            field.setAriaLabel(getTranslation("calendar.week." + which, name));
            return field;
        }
    }
}
