package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The five levels as steps of one choice, each with what it asks; below, what the next one asks beyond the chosen. */
final class LevelSteps extends Div {

    private static final List<Integer> LEVELS = List.of(1, 2, 3, 4, 5);

    private final RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
    private final Paragraph gap = new Paragraph();
    private final Instrument instrument;
    private final Instrument.Indicator indicator;

    LevelSteps(Instrument instrument, Instrument.Indicator indicator, Consumer<@Nullable Integer> onChoice) {
        this.instrument = instrument;
        this.indicator = indicator;
        addClassName("admin-levels");
        group.setId("levels");
        group.setLabel(getTranslation("indicator.levels"));
        group.setItems(LEVELS);
        group.setRenderer(new ComponentRenderer<>(this::step));
        group.addValueChangeListener(event -> {
            nameGap(event.getValue());
            if (event.isFromClient()) {
                onChoice.accept(event.getValue());
            }
        });
        gap.setId("next-gap");
        gap.addClassName("admin-gap");
        add(group, gap);
        nameGap(null);
    }

    @Nullable
    Integer value() {
        return group.getValue();
    }

    void show(@Nullable Integer level) {
        group.setValue(level);
        nameGap(level);
    }

    void setReadOnly(boolean readOnly) {
        group.setReadOnly(readOnly);
    }

    private Component step(int level) {
        var number = new Span(String.valueOf(level));
        number.addClassName("admin-level-number");
        var name = new Span(instrument.levelName(indicator, level));
        name.addClassName("admin-level-name");
        var asks = new Span(asks(level));
        asks.addClassName("admin-level-asks");
        var texts = new Div(name, asks);
        var step = new Div(number, texts);
        step.setId("level-" + level);
        step.addClassName("admin-level");
        return step;
    }

    private String asks(int level) {
        var text = indicator.asks(level);
        return text == null ? getTranslation("indicator.level-not-loaded") : text;
    }

    private void nameGap(@Nullable Integer level) {
        var next = level == null ? 1 : level + 1;
        if (next > 5) {
            gap.setText(getTranslation("indicator.gap.none"));
            return;
        }
        var name = getTranslation(
                level == null ? "indicator.gap.first" : "indicator.gap.next",
                next,
                instrument.levelName(indicator, next));
        var asked = indicator.asks(next);
        gap.setText(asked == null ? name : name + ": " + asked);
    }
}
