package id.satuatap.admin.announcement;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.announcement.AnnouncementClient.Office;
import id.satuatap.admin.shared.Dates;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.CoreRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of an announcement, one column. Core knows the rules; what it refuses is said at its field, and nothing typed goes. */
final class AnnouncementForm extends Div {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINK = 300;

    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final TextField link = new TextField();
    private final DatePicker validFrom = Dates.picker();
    private final DatePicker validTo = Dates.picker();
    private final Checkbox urgent = new Checkbox();
    private final ComboBox<Office> office = new ComboBox<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final List<Office> offices;
    private final Runnable onChange;

    AnnouncementForm(List<Office> offices, Runnable onChange) {
        this.offices = offices;
        this.onChange = onChange;
        addClassName("sa-form");
        describeTexts();
        validTo.setMin(Zones.today());
        urgent.setId("announcement-urgent");
        urgent.setLabel(getTranslation("announcement.urgent"));
        urgent.setHelperText(getTranslation("announcement.urgent.help"));
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setClearButtonVisible(true);
        add(field("title", title), field("text", text), field("link", link), days(), field("office", office), urgent);
        urgent.addValueChangeListener(this::changed);
    }

    private Component days() {
        var days = new FormLayout(field("validFrom", validFrom), field("validTo", validTo));
        days.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26rem", 2));
        return days;
    }

    private void describeTexts() {
        title.setMaxLength(LONGEST_TITLE);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        text.setMaxLength(LONGEST_TEXT);
        text.setMinRows(4);
        text.setMaxRows(14);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        link.setMaxLength(LONGEST_LINK);
        link.setPlaceholder("https://");
        link.setValueChangeMode(ValueChangeMode.LAZY);
    }

    Content content() {
        return new Content(
                title.getValue().strip(),
                text.getValue().strip(),
                link.getValue().isBlank() ? null : link.getValue().strip(),
                urgent.getValue(),
                validFrom.getValue(),
                validTo.getValue(),
                office.isEmpty() ? null : office.getValue().id());
    }

    void show(Content content) {
        title.setValue(content.title());
        text.setValue(content.text());
        link.setValue(content.link() == null ? "" : content.link());
        urgent.setValue(content.urgent());
        validFrom.setValue(content.validFrom());
        validTo.setValue(content.validTo());
        office.setValue(named(content.office()));
    }

    @Nullable
    String officeName() {
        return office.isEmpty() ? null : office.getValue().name();
    }

    void readOnly() {
        for (var field : List.<HasValue<?, ?>>of(title, text, link, validFrom, validTo, urgent, office)) {
            field.setReadOnly(true);
        }
    }

    /** Says at each empty field what belongs there; false when one is. */
    boolean isComplete() {
        var empty = List.of("title", "text", "validFrom", "validTo").stream()
                .filter(name -> ((HasValue<?, ?>) field(name)).isEmpty())
                .toList();
        empty.forEach(name -> refuse(name, getTranslation("announcement." + name + ".fault")));
        goToFirst(empty);
        return empty.isEmpty();
    }

    /** Says what core refused where it belongs; false when it names no field. */
    boolean tells(CoreRefused refused) {
        var known = refused.faults().stream()
                .filter(fault -> fields.containsKey(fault.field()))
                .toList();
        known.forEach(fault -> refuse(fault.field(), fault.message()));
        goToFirst(known.stream().map(CoreRefused.Problem.Fault::field).toList());
        return !known.isEmpty();
    }

    private void refuse(String name, String sentence) {
        var field = (HasValidationProperties) field(name);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    /** Only there: on a phone a date field that is gone to opens its calendar. */
    private void goToFirst(List<String> refused) {
        fields.keySet().stream()
                .filter(refused::contains)
                .findFirst()
                .ifPresent(name -> ((Focusable<?>) field(name)).focus());
    }

    private Component field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private <V, C extends AbstractField<C, V> & HasValidationProperties> C field(String name, C field) {
        field.setId("announcement-" + name);
        field.getElement().setProperty("label", getTranslation("announcement." + name));
        field.getElement().setProperty("helperText", getTranslation("announcement." + name + ".help"));
        field.getElement().setProperty("manualValidation", true);
        field.getElement().getStyle().setWidth("100%");
        field.addValueChangeListener(event -> {
            field.setInvalid(false);
            changed(event);
        });
        fields.put(name, field);
        return field;
    }

    private void changed(HasValue.ValueChangeEvent<?> event) {
        onChange.run();
    }

    private @Nullable Office named(@Nullable String id) {
        return offices.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }
}
