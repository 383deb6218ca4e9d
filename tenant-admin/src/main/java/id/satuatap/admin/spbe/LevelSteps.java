package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator: five levels as steps of one choice, each with what it asks and, where the instrument allows it, a field for
 * a value between them; below, what the next level asks beyond it. The value is kept here and not by what shows it: a step can't show 3,57.
 */
final class LevelSteps extends Div implements HasValidation {

    private static final List<Integer> LEVELS = List.of(1, 2, 3, 4, 5);

    private final RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
    private final LevelField field = new LevelField(this::choose);
    private final Paragraph gap = new Paragraph();
    private final Instrument instrument;
    private final Instrument.Indicator indicator;
    private final Consumer<@Nullable BigDecimal> onChoice;
    private @Nullable BigDecimal value;

    LevelSteps(Instrument instrument, Instrument.Indicator indicator, Consumer<@Nullable BigDecimal> onChoice) {
        this.instrument = instrument;
        this.indicator = indicator;
        this.onChoice = onChoice;
        addClassName("admin-levels");
        group.setId("levels");
        group.setLabel(getTranslation("indicator.levels"));
        group.setItems(LEVELS);
        group.setRenderer(new ComponentRenderer<>(this::step));
        group.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(BigDecimal.valueOf(event.getValue()));
            }
        });
        gap.setId("next-gap");
        gap.addClassName("admin-gap");
        field.setVisible(indicator.fractional());
        add(group, field, gap);
        nameGap();
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    void show(@Nullable BigDecimal shown) {
        value = shown;
        group.setValue(LevelValue.step(shown));
        field.show(shown);
        nameGap();
    }

    private void choose(@Nullable BigDecimal chosen) {
        show(chosen);
        onChoice.accept(chosen);
    }

    void setReadOnly(boolean readOnly) {
        group.setReadOnly(readOnly);
        field.setReadOnly(readOnly);
    }

    /** A fault is told where a value was typed, if it can be. */
    private HasValidation control() {
        return indicator.fractional() ? field : group;
    }

    @Override
    public void setErrorMessage(String message) {
        control().setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return control().getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        control().setInvalid(invalid || field.isUnreadable());
    }

    @Override
    public boolean isInvalid() {
        return control().isInvalid();
    }

    private Component step(int level) {
        var number = new Span(String.valueOf(level));
        number.addClassName("admin-level-number");
        var name = new Span(instrument.levelName(indicator, level));
        name.addClassName("admin-level-name");
        var texts = new Div(name, line(asks(level)));
        var evidence = indicator.provenBy(level);
        if (!evidence.isEmpty()) {
            texts.add(line(getTranslation("indicator.level-evidence", String.join("; ", evidence))));
        }
        var step = new Div(number, texts);
        step.setId("level-" + level);
        step.addClassName("admin-level");
        return step;
    }

    private static Span line(String text) {
        var line = new Span(text);
        line.addClassName("admin-level-asks");
        return line;
    }

    private String asks(int level) {
        return Objects.requireNonNullElseGet(indicator.asks(level), () -> getTranslation("indicator.level-not-loaded"));
    }

    private void nameGap() {
        var next = LevelValue.next(value);
        if (next > LevelValue.HIGHEST) {
            gap.setText(getTranslation("indicator.gap.none"));
            return;
        }
        var name = getTranslation(
                value == null ? "indicator.gap.first" : "indicator.gap.next",
                next,
                instrument.levelName(indicator, next));
        var asked = indicator.asks(next);
        gap.setText(asked == null ? name : name + ": " + asked);
    }
}
