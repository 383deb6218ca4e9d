package id.satuatap.admin.shared;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import id.satuatap.servlet.page.Languages;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;

/** Date fields in the reader's language, with the week beginning on Monday. */
public final class Dates {

    private Dates() {}

    public static DatePicker picker() {
        var locale = Languages.current();
        var symbols = DateFormatSymbols.getInstance(locale);
        var picker = new DatePicker();
        picker.setLocale(locale);
        picker.setI18n(new DatePickerI18n()
                .setMonthNames(List.of(symbols.getMonths()).subList(0, 12))
                .setWeekdays(fromSunday(symbols.getWeekdays()))
                .setWeekdaysShort(fromSunday(symbols.getShortWeekdays()))
                .setDateFormats("d/M/yyyy", "d MMMM yyyy") // names of months only in English: Vaadin writes no others
                .setFirstDayOfWeek(1)
                .setToday(picker.getTranslation("date.today"))
                .setCancel(picker.getTranslation("cancel"))
                .setBadInputErrorMessage(picker.getTranslation("date.fault"))
                .setMinErrorMessage(picker.getTranslation("date.past")));
        return picker;
    }

    private static List<String> fromSunday(String[] symbols) {
        return Arrays.asList(symbols).subList(1, 8);
    }
}
