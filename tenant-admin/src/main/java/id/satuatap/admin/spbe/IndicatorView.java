package id.satuatap.admin.spbe;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.session.People;
import id.satuatap.admin.session.Person;
import id.satuatap.admin.session.UserSession;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.SignInNeeded;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.admin.spbe.AssessmentClient.Given;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import id.satuatap.admin.spbe.AssessmentClient.Saved;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One indicator of one assessment: list at the left, the answer in the middle, what it does to the index at the right. */
@PermitAll
@Needs("assessment:read")
@Route("penilaian/:assessment/indikator/:no([0-9]{1,3})")
class IndicatorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AssessmentClient client;
    private final Instruments instruments;
    private final Documents documents;
    private final People people;
    private final Texts texts;
    private final JsonMapper json;

    private final Map<Integer, Row> rows = new HashMap<>();
    private @Nullable Page page;

    IndicatorView(
            AssessmentClient client,
            Instruments instruments,
            Documents documents,
            People people,
            Texts texts,
            JsonMapper json) {
        this.client = client;
        this.instruments = instruments;
        this.documents = documents;
        this.people = people;
        this.texts = texts;
        this.json = json;
        addClassNames("admin-page", "admin-indicator-page");
    }

    static String path(String assessment, int no) {
        return "penilaian/" + assessment + "/indikator/" + no;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var assessment = event.getRouteParameters().get("assessment").orElseThrow();
        var no = event.getRouteParameters().getInteger("no").orElseThrow();
        if (page == null || !page.assessment.id().equals(assessment)) {
            page = open(assessment);
        }
        page.show(no);
    }

    private Page open(String id) {
        var assessment = client.get(id);
        rows.clear();
        client.rows(id).items().forEach(row -> rows.put(row.no(), row));
        return new Page(assessment, instruments.get(assessment.instrument()), people.current());
    }

    @Override
    public String getPageTitle() {
        return page == null ? "" : page.title();
    }

    /** What belongs to one assessment, however many of its indicators are looked at. */
    private final class Page {

        private final Assessment assessment;
        private final Instrument instrument;
        private final boolean readOnly;
        private final IndicatorList list;
        private final ScorePanel scores;
        private final Section middle = new Section();
        private final Span shared = new Span();
        private Score score;
        private Opened opened;

        @SuppressWarnings("NullAway.Init") // opened is set by the first show
        Page(Assessment assessment, Instrument instrument, Person person) {
            this.assessment = assessment;
            this.instrument = instrument;
            this.score = assessment.score();
            readOnly = !person.may("assessment:answer");
            list = new IndicatorList(assessment.id(), instrument);
            scores = new ScorePanel(instrument);
            rows.values().forEach(list::show);
            middle.setId("answer");
            middle.addClassName("admin-answer");
            var toggle = new Button(getTranslation("indicator.list"), event -> list.toggle());
            toggle.setId("indicators-toggle");
            toggle.addClassName("admin-list-toggle");
            toggle.addThemeVariants(ButtonVariant.LUMO_SMALL);
            var columns = new Div(list, middle, scores);
            columns.addClassName("admin-three");
            removeAll();
            add(header(person), toggle, columns, new Keys(this::pressed));
        }

        private Header header(Person person) {
            var back = new Anchor("penilaian", getTranslation("nav.assessments"));
            back.setId("back-to-assessments");
            var what = new Span(getTranslation("assessments.of-year", String.valueOf(assessment.year())));
            what.addClassName("admin-crumb-here");
            var law = new Span(instrument.regulation());
            law.addClassName("sa-source");
            var header = new Header(back, what, law);
            header.addClassName("admin-crumbs");
            if (instrument.provisional()) {
                var provisional = new Span(getTranslation("instrument.provisional"));
                provisional.addClassName("sa-chip");
                header.add(provisional);
            }
            if (assessment.simulated()) {
                header.add(new Simulated());
            }
            shared.setId("shared-at");
            shared.addClassName("sa-source");
            showShared(assessment.sharedAt());
            header.add(shared);
            if (person.may("assessment:share")) {
                header.add(shareButton());
            }
            return header;
        }

        private Button shareButton() {
            var share = new Button(getTranslation("share.button"), event -> {
                var now = client.get(assessment.id());
                new ShareDialog(now, this::share).open();
            });
            share.setId("share");
            share.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
            share.addClassName("admin-right");
            return share;
        }

        private void share() {
            var done = client.share(assessment.id());
            showShared(done.sharedAt());
            Notice.done(getTranslation("share.done", done.province().name()));
        }

        private void showShared(@Nullable Instant at) {
            shared.setText(
                    at == null
                            ? getTranslation("assessments.not-shared")
                            : getTranslation(
                                    "share.shared-at", Formats.current().dateTime(at)));
        }

        private void show(int no) {
            var indicator = instrument.indicator(no);
            if (indicator == null) {
                throw new NotFoundException();
            }
            opened = new Opened(this, indicator);
            list.select(no);
            scores.show(null, score, assessment.total());
        }

        private void pressed(String key) {
            switch (key) {
                case "j" -> go(1);
                case "k" -> go(-1);
                case "?" -> new KeyboardHelpDialog().open();
                default -> opened.form.choose(Integer.valueOf(key));
            }
        }

        private void go(int steps) {
            var all = instrument.indicators();
            var place = all.indexOf(opened.indicator) + steps;
            if (place >= 0 && place < all.size()) {
                UI.getCurrentOrThrow()
                        .navigate(path(assessment.id(), all.get(place).no()));
            }
        }

        private void update(Row row) {
            rows.put(row.no(), row);
            list.show(row);
        }

        private String title() {
            return getTranslation("indicator.page-title", opened.indicator.no());
        }
    }

    /** One indicator as it is open now, with the version its answer was read at. */
    private final class Opened {

        private final Page page;
        private final Instrument.Indicator indicator;
        private final AnswerForm form;
        private final EvidencePanel evidence;
        private final Score scoreBefore;
        private long version;
        private Given base = new Given(null, "", "");

        Opened(Page page, Instrument.Indicator indicator) {
            this.page = page;
            this.indicator = indicator;
            this.scoreBefore = page.score;
            var answer = client.answer(page.assessment.id(), indicator.no());
            form = new AnswerForm(page.instrument, indicator, draftKey(), page.readOnly, this::save);
            evidence = new EvidencePanel(
                    new EvidenceUpload(
                            documents.core(), page.assessment.id(), indicator.no(), texts, this::refreshEvidence),
                    documents::content,
                    this::confirmRemoval,
                    page.readOnly);
            page.middle.removeAll();
            page.middle.add(heading(), facts(), form, evidence, steps());
            show(answer);
        }

        private String draftKey() {
            return String.join(
                    ".", UserSession.current().subject(), page.assessment.id(), String.valueOf(indicator.no()));
        }

        private void show(Answer answer) {
            version = answer.version();
            base = answer.given();
            form.show(answer);
            evidence.show(answer.evidence());
            page.scores.showHistory(answer.history());
            lookAhead(answer.level());
        }

        private Div heading() {
            var place = new Span(getTranslation(
                    "indicator.place",
                    indicator.no(),
                    page.instrument.indicators().size(),
                    Formats.current().weight(indicator.weight())));
            place.setId("indicator-place");
            place.addClassName("sa-source");
            var title = new H1(indicator.name());
            title.setId("indicator-name");
            var heading = new Div(place, title);
            if (page.readOnly) {
                var readOnly = new Paragraph(getTranslation("indicator.read-only"));
                readOnly.setId("read-only");
                readOnly.addClassName("sa-notice");
                heading.add(readOnly);
            }
            return heading;
        }

        private Div facts() {
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

        private Div steps() {
            var previous = step("previous-indicator", "indicator.previous", -1);
            var next = step("next-indicator", "indicator.next", 1);
            var help = new Button(getTranslation("keys.title"), event -> new KeyboardHelpDialog().open());
            help.setId("keyboard-help-open");
            help.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            var line = new Div(previous, help, next);
            line.addClassName("admin-steps");
            return line;
        }

        private Button step(String id, String label, int direction) {
            var step = new Button(getTranslation(label), event -> page.go(direction));
            step.setId(id);
            var all = page.instrument.indicators();
            var place = all.indexOf(indicator) + direction;
            step.setEnabled(place >= 0 && place < all.size());
            return step;
        }

        private void save(Given given) {
            try {
                var kept = client.save(page.assessment.id(), indicator.no(), "\"" + version + "\"", given);
                AwayBanner.hide(UI.getCurrentOrThrow());
                saved(given, kept);
            } catch (CoreRefused refused) {
                form.notSaved(refused.sentence());
                if (refused.status() == 412) {
                    decide(given, refused);
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
            page.score = kept.score();
            page.scores.show(scoreBefore, kept.score(), page.assessment.total());
            page.scores.showHistory(kept.history());
            page.update(new Row(
                    indicator.no(),
                    given.level(),
                    rows.containsKey(indicator.no()) ? rows.get(indicator.no()).evidence() : 0,
                    !given.fact().isBlank() && !given.analysis().isBlank()));
            lookAhead(given.level());
        }

        private void decide(Given mine, CoreRefused refused) {
            var theirs = Optional.ofNullable(refused.problem().current())
                    .map(current -> json.treeToValue(current, Answer.class))
                    .orElseGet(() -> client.answer(page.assessment.id(), indicator.no()));
            var merged = mine.over(theirs.given(), base);
            new StaleAnswerDialog(
                            merged,
                            theirs,
                            () -> {
                                version = theirs.version();
                                form.show(merged);
                                save(merged);
                            },
                            () -> show(client.answer(page.assessment.id(), indicator.no())))
                    .open();
        }

        /** What the index would be one level higher. Nice to know: without an answer the line is left out. */
        private void lookAhead(@Nullable Integer level) {
            var next = level == null ? 1 : level + 1;
            if (next > 5) {
                page.scores.showNext(next, null);
                return;
            }
            var levels = new HashMap<Integer, Integer>();
            rows.values().forEach(row -> {
                if (row.level() != null) {
                    levels.put(row.no(), row.level());
                }
            });
            levels.put(indicator.no(), next);
            try {
                page.scores.showNext(next, instruments.score(page.instrument.id(), page.assessment.year(), levels));
            } catch (CoreAway | CoreRefused unknown) {
                page.scores.showNext(next, null);
            }
        }

        private void refreshEvidence() {
            var answer = client.answer(page.assessment.id(), indicator.no());
            evidence.show(answer.evidence());
            var before = rows.get(indicator.no());
            page.update(new Row(
                    indicator.no(), answer.level(), answer.evidence().size(), before != null && before.explained()));
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
                client.remove(page.assessment.id(), indicator.no(), removed.id());
                refreshEvidence();
            });
            dialog.open();
        }
    }
}
