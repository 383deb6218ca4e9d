package id.satuatap.admin.audit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.satuatap.admin.shared.Dates;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is looked at, and how to look at something else. */
final class AuditFilterBar extends Div {

    private final DatePicker from = Dates.picker();
    private final DatePicker to = Dates.picker();
    private final TextField word = new TextField();
    private final Div chips = new Div();
    private final Consumer<AuditFilter> onChange;
    private AuditFilter filter = AuditFilter.NONE;

    AuditFilterBar(Consumer<AuditFilter> onChange) {
        this.onChange = onChange;
        addClassName("admin-filters");
        chips.addClassName("sa-chips");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("audit.kind"));
        describe(from, "audit-from", "audit.from");
        describe(to, "audit-to", "audit.to");
        word.setId("audit-word");
        word.setLabel(getTranslation("audit.word"));
        word.setPlaceholder(getTranslation("audit.word.help"));
        word.setClearButtonVisible(true);
        word.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        word.addValueChangeListener(event -> changed(event.isFromClient(), filter.holding(word.getValue())));
        add(from, to, word, chips);
    }

    private void describe(DatePicker day, String id, String label) {
        day.setId(id);
        day.setLabel(getTranslation(label));
        day.setClearButtonVisible(true);
        day.addValueChangeListener(
                event -> changed(event.isFromClient(), filter.between(from.getValue(), to.getValue())));
    }

    /** Shows what is looked at; {@code name} is that of the chosen person, where it is known. */
    void show(AuditFilter shown, @Nullable String name) {
        filter = shown;
        from.setValue(shown.from());
        to.setValue(shown.to());
        word.setValue(shown.word() == null ? "" : shown.word());
        chips.removeAll();
        chips.add(kind(null));
        AuditFilter.KINDS.forEach(kind -> chips.add(kind(kind)));
        if (shown.person() != null) {
            chips.add(person(name == null ? getTranslation("audit.person.this") : name));
        }
    }

    private NativeButton kind(@Nullable String kind) {
        var name = kind == null ? "all" : kind;
        var chip =
                new NativeButton(getTranslation("audit.kind." + name), event -> onChange.accept(filter.ofKind(kind)));
        chip.setId("audit-kind-" + name.toLowerCase(Locale.ROOT));
        chip.addClassName("sa-chip");
        chip.getElement()
                .setAttribute(
                        "aria-pressed", String.valueOf(name.equals(filter.kind() == null ? "all" : filter.kind())));
        return chip;
    }

    private NativeButton person(String name) {
        var words = getTranslation("audit.person", name);
        var chip = new NativeButton(words, event -> onChange.accept(filter.by(null)));
        chip.setId("audit-person");
        chip.addClassName("sa-chip");
        chip.getElement()
                .appendChild(VaadinIcon.CLOSE_SMALL.create().getElement())
                .setAttribute("aria-pressed", "true")
                .setAttribute("aria-label", getTranslation("audit.person.all", words));
        return chip;
    }

    private void changed(boolean byPerson, AuditFilter wanted) {
        if (byPerson && !wanted.equals(filter)) {
            onChange.accept(wanted);
        }
    }
}
