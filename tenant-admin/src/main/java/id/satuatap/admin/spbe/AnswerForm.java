package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.servlet.core.CoreRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Level, fact and analysis of one indicator. Every pause in typing hands the whole answer on to be kept. */
final class AnswerForm extends Div {

    private static final int LONGEST = 4000;
    private static final int PAUSE_MILLIS = 1200;

    private final LevelSteps levels;
    private final TextArea fact;
    private final TextArea analysis;
    private final Span status = new Span();
    private final Button saveNow = Buttons.small("save-now", getTranslation("answer.save-now"), this::changed);
    private final Map<String, HasValidation> fields;
    private final Draft draft;
    private final DraftOffer restore = new DraftOffer();
    private final Consumer<Given> onChange;
    private final boolean readOnly;

    AnswerForm(
            Instrument instrument,
            Instrument.Indicator indicator,
            String draftKey,
            boolean readOnly,
            Consumer<Given> onChange) {
        this.readOnly = readOnly;
        this.onChange = onChange;
        levels = new LevelSteps(instrument, indicator, level -> changed());
        fact = text("fact");
        analysis = text("analysis");
        fields = Map.of("level", levels, "fact", fact, "analysis", analysis);
        draft = new Draft(draftKey, this::offer);
        levels.setReadOnly(readOnly);
        add(levels, restore, fact, analysis, statusLine(), draft);
    }

    void show(Answer answer) {
        var given = answer.given();
        show(given);
        if (answer.updatedAt() == null) {
            status.setText(getTranslation(readOnly ? "answer.nothing" : "answer.not-begun"));
        } else {
            saved(answer.updatedAt(), answer.updatedBy());
        }
        if (!readOnly) {
            draft.offerIfOther(given);
        }
    }

    void show(Given given) {
        accepted();
        levels.show(given.level());
        fact.setValue(given.fact());
        analysis.setValue(given.analysis());
    }

    /** A level chosen by key. */
    void choose(int level) {
        if (!readOnly) {
            levels.show(BigDecimal.valueOf(level));
            changed();
        }
    }

    Given given() {
        return new Given(levels.value(), fact.getValue(), analysis.getValue());
    }

    void saved(Instant at, @Nullable String by) {
        var formats = Formats.current();
        var today = formats.date(at).equals(formats.date(Instant.now()));
        var when = today ? formats.time(at) : formats.dateTime(at);
        status.setText(
                by == null || today
                        ? getTranslation("answer.saved", when)
                        : getTranslation("answer.saved-by", when, by));
        accepted();
        status.removeClassName("sa-error");
        saveNow.setVisible(false);
        draft.forget(given());
    }

    /** Says at each field what the server found wrong with it. */
    void refused(CoreRefused refused) {
        accepted();
        for (var fault : refused.faults()) {
            var field = fields.get(fault.field());
            if (field != null) {
                field.setErrorMessage(fault.message());
                field.setInvalid(true);
            }
        }
    }

    private void accepted() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    void notSaved(String why) {
        status.setText(why);
        status.addClassName("sa-error");
        saveNow.setVisible(true);
    }

    private void changed() {
        onChange.accept(given());
    }

    private TextArea text(String name) {
        var area = new TextArea(getTranslation("answer." + name));
        area.setId(name);
        area.setHelperText(getTranslation("answer." + name + ".help"));
        area.setMaxLength(LONGEST);
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxRows(14);
        area.setReadOnly(readOnly);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_MILLIS);
        area.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed();
            }
        });
        return area;
    }

    private Component statusLine() {
        status.setId("save-status");
        status.getElement().setAttribute("role", "status");
        saveNow.setVisible(false);
        var line = new Div(status, saveNow);
        line.addClassName("admin-status");
        return line;
    }

    private void offer(Given typed, Instant at) {
        restore.show(
                typed,
                at,
                () -> {
                    show(new Given(levels.value(), typed.fact(), typed.analysis()));
                    changed();
                },
                draft::drop);
    }
}
