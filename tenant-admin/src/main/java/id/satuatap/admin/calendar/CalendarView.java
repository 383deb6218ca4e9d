package id.satuatap.admin.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.calendar.CalendarClient.Closure;
import id.satuatap.admin.calendar.CalendarClient.Year;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.core.People;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When offices are closed and open, what that makes of a deadline, and for those who may: closing them and setting the hours. */
@PermitAll
@Needs(CalendarView.READ)
@Route(CalendarView.PATH)
class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "pengaturan/kalender";
    static final String READ = "calendar:read";
    static final String MANAGE = "calendar:manage";
    private static final String YEAR = "tahun";

    /** What core answers for a year whose closed days nobody knows. */
    private static final int UNKNOWN = 422;

    /** More closures than a year has days there are not; withdrawn ones may be left out. */
    private static final int MOST = 200;

    private final CalendarClient client;
    private final String tenant;
    private final boolean mayManage;
    private @Nullable DeadlineCalculator calculator;
    private int year;

    CalendarView(CalendarClient client, People people) {
        this.client = client;
        var person = people.current();
        this.tenant = Objects.requireNonNull(person.tenant()).slug();
        this.mayManage = person.may(MANAGE);
        addClassName("admin-page");
        setId("calendar-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        year = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(YEAR)
                .filter(word -> word.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(Zones.today().getYear());
        load();
    }

    private void load() {
        removeAll();
        try {
            show(client.year(tenant, year));
        } catch (CoreRefused refused) {
            if (refused.status() != UNKNOWN) {
                throw refused;
            }
            var title = getTranslation("calendar.unknown.title", String.valueOf(year));
            add(head(), new EmptyState("calendar-unknown", title, refused.sentence()));
        }
    }

    private void show(Year found) {
        add(head(), years(found), figure(found));
        var columns = new Div(closedDays(found), beside(found));
        columns.addClassName("admin-calendar");
        add(columns);
    }

    private PageHead head() {
        return mayManage
                ? new PageHead(
                        getTranslation("calendar.title"),
                        Buttons.primary("closure-new", getTranslation("calendar.close"), this::askToClose))
                : new PageHead(getTranslation("calendar.title"));
    }

    private Component years(Year found) {
        var group = new Div();
        group.addClassName("sa-chips");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("calendar.year"));
        IntStream.rangeClosed(found.knownFrom().getYear(), found.knownUntil().getYear())
                .mapToObj(this::yearChip)
                .forEach(group::add);
        var filters = new Div(group);
        filters.addClassName("admin-filters");
        return filters;
    }

    private NativeButton yearChip(int shown) {
        var chip = new NativeButton(
                String.valueOf(shown),
                event -> UI.getCurrentOrThrow().navigate(PATH, QueryParameters.of(YEAR, String.valueOf(shown))));
        chip.setId("year-" + shown);
        chip.addClassName("sa-chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(shown == year));
        return chip;
    }

    private Component figure(Year found) {
        var number = new Span(Formats.current().number(found.workingDays()));
        number.addClassName("sa-figure");
        var line = new Div(number, new Span(getTranslation("calendar.working-days", String.valueOf(found.year()))));
        line.setId("working-days");
        line.addClassName("admin-headline-figure");
        return line;
    }

    private Component closedDays(Year found) {
        var spans =
                ClosedSpan.of(found.closedDays(), client.closures(year, MOST).items());
        var list = spans.isEmpty()
                ? new EmptyState(
                        "calendar-empty", getTranslation("calendar.empty.title"), getTranslation("calendar.empty.text"))
                : new ClosedDayList(spans, year, mayManage ? this::askToWithdraw : null);
        var section = new Section(new H2(getTranslation("calendar.closed-days")), list);
        section.setId("closed-section");
        return section;
    }

    private Component beside(Year found) {
        if (calculator == null) {
            calculator = new DeadlineCalculator(client, found.zone());
        }
        calculator.count();
        var beside = new Div(calculator, new WeekSection(found, mayManage ? this::askToSetWeek : null));
        beside.addClassName("admin-calendar-beside");
        return beside;
    }

    private void askToClose() {
        new ClosureDialog(client, this::changed).open();
    }

    private void askToSetWeek() {
        new WeekDialog(client.weeks(), client, this::changed).open();
    }

    private void askToWithdraw(Closure closure) {
        new AskDialog("closure-withdraw")
                .asking(
                        getTranslation("calendar.withdraw.title", closure.reason()),
                        getTranslation("calendar.withdraw.confirm"),
                        getTranslation("calendar.withdraw.text"),
                        getTranslation("calendar.withdraw.not"))
                .doing(() -> {
                    client.withdraw(closure.id(), closure.etag());
                    changed(getTranslation("calendar.withdrawn", closure.reason()));
                })
                .open();
    }

    private void changed(String sentence) {
        Notice.done(sentence);
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title");
    }
}
