package id.satuatap.admin.spbe;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import id.satuatap.admin.spbe.AssessmentClient.Saved;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
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
        add(
                new IndicatorHead(page, indicator),
                new IndicatorFacts(indicator),
                form,
                evidence,
                new IndicatorSteps(page, no()));
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
        return UserSession.current().owner() + id() + "." + no();
    }

    private void show(Answer answer) {
        version = answer.version();
        base = answer.given();
        form.show(answer);
        evidence.show(answer.evidence());
        page.scores().showHistory(answer.history());
        lookAhead(answer.level());
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
        new RemovalDialog(removed, () -> {
                    assessing.remove(id(), no(), removed);
                    refreshEvidence();
                })
                .open();
    }
}
