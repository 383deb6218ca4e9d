package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.session.UserSession;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.SignInNeeded;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.admin.spbe.AssessmentClient.Given;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import id.satuatap.admin.spbe.AssessmentClient.Saved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One indicator as it is open now, with the version its answer was read at. */
final class IndicatorEditor extends Div {

    private final AssessmentPage page;
    private final Assessing assessing;
    private final Instrument.Indicator indicator;
    private final AnswerForm form;
    private final EvidencePanel evidence;
    private final Score scoreBefore;
    private long version;
    private Given base = new Given(null, "", "");

    IndicatorEditor(AssessmentPage page, Assessing assessing, Instrument.Indicator indicator) {
        this.page = page;
        this.assessing = assessing;
        this.indicator = indicator;
        this.scoreBefore = page.score();
        var answer = assessing.answer(id(), no());
        form = new AnswerForm(page.instrument(), indicator, draftKey(), page.isReadOnly(), this::save);
        evidence = new EvidencePanel(
                assessing.upload(id(), no(), this::refreshEvidence, this::refusedEvidence),
                assessing.documents(),
                this::confirmRemoval,
                page.isReadOnly());
        add(heading(), facts(), form, evidence, steps());
        show(answer);
    }

    int no() {
        return indicator.no();
    }

    /** A level chosen by key. */
    void choose(int level) {
        form.choose(level);
    }

    private String id() {
        return page.assessment().id();
    }

    private String draftKey() {
        return String.join(".", UserSession.current().subject(), id(), String.valueOf(no()));
    }

    private void show(Answer answer) {
        version = answer.version();
        base = answer.given();
        form.show(answer);
        evidence.show(answer.evidence());
        page.scores().showHistory(answer.history());
        lookAhead(answer.level());
    }

    private Component heading() {
        var place = new Span(getTranslation(
                "indicator.place",
                no(),
                page.instrument().indicators().size(),
                Formats.current().weight(indicator.weight())));
        place.setId("indicator-place");
        place.addClassName("sa-source");
        var title = new H1(indicator.name());
        title.setId("indicator-name");
        var heading = new Div(place, title);
        if (page.isReadOnly()) {
            var readOnly = new Paragraph(getTranslation("indicator.read-only"));
            readOnly.setId("read-only");
            readOnly.addClassName("sa-notice");
            heading.add(readOnly);
        }
        return heading;
    }

    private Component facts() {
        var facts = new Div();
        facts.addClassName("admin-facts");
        fact(facts, "indicator.scope", indicator.scope());
        fact(facts, "indicator.evidence", indicator.evidence());
        fact(facts, "indicator.owner", indicator.owner());
        return facts;
    }

    private void fact(Div facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var name = new Span(getTranslation(label) + ": ");
            name.addClassName("admin-strong");
            facts.add(new Paragraph(name, new Span(text)));
        }
    }

    private Component steps() {
        var help = new Button(getTranslation("keys.title"), event -> new KeyboardHelpDialog().open());
        help.setId("keyboard-help-open");
        help.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var line = new Div(
                step("previous-indicator", "indicator.previous", -1),
                help,
                step("next-indicator", "indicator.next", 1));
        line.addClassName("admin-steps");
        return line;
    }

    private Button step(String id, String label, int direction) {
        var step = new Button(getTranslation(label), event -> page.go(no(), direction));
        step.setId(id);
        step.setEnabled(page.hasNeighbour(no(), direction));
        return step;
    }

    private void save(Given given) {
        try {
            var kept = assessing.save(id(), no(), version, given);
            AwayBanner.hide(UI.getCurrentOrThrow());
            saved(given, kept);
        } catch (CoreRefused refused) {
            form.refused(refused);
            form.notSaved(refused.sentence());
            if (refused.status() == 412) {
                decide(given, assessing.keptInstead(refused, id(), no()));
            }
        } catch (CoreAway away) {
            form.notSaved(getTranslation("answer.not-saved"));
            AwayBanner.show(UI.getCurrentOrThrow(), away, () -> save(form.given()));
        } catch (SignInNeeded over) {
            form.notSaved(getTranslation("answer.not-saved-sign-in"));
            throw over;
        }
    }

    private void saved(Given given, Saved kept) {
        version = kept.version();
        base = given;
        form.saved(Objects.requireNonNullElseGet(kept.updatedAt(), Instant::now), null);
        page.update(new Row(no(), given.level(), page.row(no()).evidence(), given.isExplained()));
        page.moved(scoreBefore, kept.score());
        page.scores().showHistory(kept.history());
        lookAhead(given.level());
    }

    private void decide(Given mine, Answer theirs) {
        var merged = mine.over(theirs.given(), base);
        new StaleAnswerDialog(
                        merged,
                        theirs,
                        () -> {
                            version = theirs.version();
                            form.show(merged);
                            save(merged);
                        },
                        () -> show(assessing.answer(id(), no())))
                .open();
    }

    private void lookAhead(@Nullable BigDecimal level) {
        var next = LevelValue.next(level);
        var then = next > LevelValue.HIGHEST
                ? null
                : assessing
                        .wouldBe(page.assessment(), page.levelsWith(no(), next))
                        .orElse(null);
        page.scores().showNext(next, then);
    }

    private void refusedEvidence(String name, String reason) {
        evidence.refused(name, reason);
    }

    private void refreshEvidence() {
        var answer = assessing.answer(id(), no());
        evidence.show(answer.evidence());
        page.update(new Row(
                no(), answer.level(), answer.evidence().size(), page.row(no()).explained()));
    }

    private void confirmRemoval(Evidence removed) {
        var dialog = new ConfirmDialog();
        dialog.setId("evidence-remove-dialog");
        dialog.setHeader(getTranslation("evidence.remove.title"));
        dialog.setText(getTranslation("evidence.remove.text", removed.name()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("cancel"));
        dialog.setConfirmText(getTranslation("evidence.remove.confirm"));
        dialog.addConfirmListener(event -> {
            assessing.remove(id(), no(), removed);
            refreshEvidence();
        });
        dialog.open();
    }
}
