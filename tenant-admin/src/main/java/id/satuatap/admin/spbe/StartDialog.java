package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import id.satuatap.admin.shared.Attempt;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Zones;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.admin.spbe.AssessmentClient.NewAssessment;
import id.satuatap.admin.spbe.Instruments.Listed;
import id.satuatap.servlet.core.CoreRefused;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for year and instrument; the one in force is offered. Pressing twice starts one assessment only. */
final class StartDialog extends Dialog {

    private final Attempt attempt = new Attempt();
    private final IntegerField year = new IntegerField();
    private final Select<Listed> instrument = new Select<>();
    private final Button start = Buttons.once("start-confirm", getTranslation("assessments.start"), this::start);
    private final AssessmentClient client;
    private final Consumer<Assessment> onStarted;

    StartDialog(List<Listed> instruments, AssessmentClient client, Consumer<Assessment> onStarted) {
        this.client = client;
        this.onStarted = onStarted;
        setId("start-dialog");
        setHeaderTitle(getTranslation("start.title"));
        setWidth("min(32rem, 94vw)");
        offerYears();
        offer(instruments);
        var form = new FormLayout(year, instrument);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        getFooter().add(Buttons.cancel("start-cancel", this), start);
    }

    private void offerYears() {
        var now = Zones.today().getYear();
        var fault = getTranslation("start.year.fault", "2018", String.valueOf(now + 1));
        year.setId("start-year");
        year.setLabel(getTranslation("start.year"));
        year.setHelperText(getTranslation("start.year.help"));
        year.setMin(2018);
        year.setMax(now + 1);
        year.setValue(now);
        year.setStepButtonsVisible(true);
        year.setRequiredIndicatorVisible(true);
        year.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(fault)
                .setMinErrorMessage(fault)
                .setMaxErrorMessage(fault));
    }

    private void offer(List<Listed> instruments) {
        instrument.setId("start-instrument");
        instrument.setLabel(getTranslation("start.instrument"));
        instrument.setHelperText(getTranslation("start.instrument.help"));
        instrument.setItems(instruments);
        instrument.setItemLabelGenerator(this::label);
        instruments.stream().filter(Listed::inForce).findFirst().ifPresent(instrument::setValue);
        instrument.setWidthFull();
    }

    private String label(Listed listed) {
        var label = getTranslation("start.instrument.label", Instrument.shortName(listed.id()), listed.indicators());
        if (listed.inForce()) {
            label += " · " + getTranslation("start.instrument.in-force");
        }
        return listed.provisional() ? label + " · " + getTranslation("start.instrument.provisional") : label;
    }

    private void start() {
        try {
            if (year.isEmpty() || year.isInvalid()) {
                year.focus();
            } else {
                start(year.getValue(), instrument.getValue());
            }
        } catch (CoreRefused refused) {
            year.setInvalid(true);
            year.setErrorMessage(refused.sentence());
        } finally {
            start.setEnabled(true);
        }
    }

    private void start(int wanted, @Nullable Listed chosen) {
        var request = new NewAssessment(wanted, chosen == null ? null : chosen.id());
        var started = client.start(attempt.keyFor(request), request);
        close();
        onStarted.accept(started);
    }
}
