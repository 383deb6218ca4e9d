package id.satuatap.admin.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import id.satuatap.admin.calendar.CalendarClient.Days;
import id.satuatap.admin.shared.Attempt;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Dates;
import id.satuatap.servlet.core.CoreRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Closes the offices on some days, and says before how many working days that takes away. */
final class ClosureDialog extends Dialog {

    private static final int LONGEST_REASON = 120;

    private final Attempt attempt = new Attempt();
    private final DatePicker from = Dates.picker();
    private final DatePicker to = Dates.picker();
    private final TextField reason = new TextField();
    private final Paragraph effect = new Paragraph();
    private final Button send = Buttons.once("closure-send", getTranslation("calendar.close.confirm"), this::send);
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final CalendarClient client;
    private final Consumer<String> onClosed;

    ClosureDialog(CalendarClient client, Consumer<String> onClosed) {
        this.client = client;
        this.onClosed = onClosed;
        setId("closure-dialog");
        setHeaderTitle(getTranslation("calendar.close.title"));
        setWidth("min(32rem, 94vw)");
        describe("from", from);
        describe("to", to);
        describe("reason", reason);
        reason.setMaxLength(LONGEST_REASON);
        from.addValueChangeListener(event -> begin());
        to.addValueChangeListener(event -> count());
        effect.setId("closure-effect");
        effect.getElement().setAttribute("role", "status");
        var days = new FormLayout(from, to);
        days.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22rem", 2));
        add(days, reason, effect, new Paragraph(getTranslation("calendar.close.text")));
        getFooter().add(Buttons.cancel("closure-cancel", this), send);
    }

    private <C extends Component & HasValidationProperties> void describe(String name, C field) {
        field.setId("closure-" + name);
        field.getElement().setProperty("label", getTranslation("calendar.close." + name));
        field.getElement().setProperty("helperText", getTranslation("calendar.close." + name + ".help"));
        field.getElement().setProperty("manualValidation", true); // core knows the rules
        field.getElement().getStyle().setWidth("100%");
        fields.put(name, field);
    }

    /** One day, unless another last day is chosen. */
    private void begin() {
        if (!from.isEmpty() && (to.isEmpty() || to.getValue().isBefore(from.getValue()))) {
            to.setValue(from.getValue());
        } else {
            count();
        }
    }

    private void count() {
        from.setInvalid(false);
        to.setInvalid(false);
        effect.setText("");
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        try {
            var count = client.workingDays(
                            from.getValue().toString(), to.getValue().toString())
                    .count();
            effect.setText(
                    count == 0
                            ? getTranslation("calendar.close.none")
                            : getTranslation("calendar.close.effect", count));
        } catch (CoreRefused refused) {
            refuse("to", refused.sentence("to"));
        }
    }

    private void send() {
        try {
            if (isComplete()) {
                var days = new Days(
                        from.getValue(), to.getValue(), reason.getValue().strip());
                client.close(attempt.keyFor(days), days);
                close();
                onClosed.accept(getTranslation("calendar.closed", days.reason()));
            }
        } catch (CoreRefused refused) {
            tell(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    private boolean isComplete() {
        var empty = fields.keySet().stream()
                .filter(name -> ((HasValue<?, ?>) field(name)).isEmpty()
                        || field(name).equals(reason) && reason.getValue().isBlank())
                .toList();
        empty.forEach(name -> refuse(name, getTranslation("calendar.close." + name + ".fault")));
        empty.stream().findFirst().ifPresent(name -> ((Focusable<?>) field(name)).focus());
        return empty.isEmpty();
    }

    /** At the fields that are named; at the first day what concerns the days. */
    private void tell(CoreRefused refused) {
        var faults = refused.faults().stream()
                .filter(fault -> fields.containsKey(fault.field()))
                .toList();
        faults.forEach(fault -> refuse(fault.field(), fault.message()));
        if (faults.isEmpty()) {
            refuse("from", refused.sentence());
        }
    }

    private void refuse(String name, String sentence) {
        var field = (HasValidationProperties) field(name);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    private Component field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }
}
