package id.satuatap.admin.spbe;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value between two levels, with a comma or a point. A text field, since a number field of Vaadin lets only the separator of
 * one language be typed. What is no value is told and handed on to nobody.
 */
final class LevelField extends TextField {

    private final Consumer<@Nullable BigDecimal> onChoice;

    LevelField(Consumer<@Nullable BigDecimal> onChoice) {
        this.onChoice = onChoice;
        setId("level-value");
        setLabel(getTranslation("indicator.value"));
        setHelperText(getTranslation("indicator.value.help"));
        setManualValidation(true);
        getElement().executeJs("this.inputElement.inputMode = 'decimal'");
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed(event.getValue());
            }
        });
    }

    void show(@Nullable BigDecimal value) {
        setInvalid(false);
        setValue(LevelValue.text(value, getLocale()));
    }

    /** Whether what stands here is no value; it then says so, whatever else is kept meanwhile. */
    boolean isUnreadable() {
        return !getValue().isBlank() && LevelValue.parse(getValue()).isEmpty();
    }

    private void typed(String text) {
        if (isUnreadable()) {
            setErrorMessage(getTranslation("indicator.value.help"));
            setInvalid(true);
        } else {
            onChoice.accept(LevelValue.parse(text).orElse(null));
        }
    }
}
