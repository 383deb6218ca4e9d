package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.session.CoreEvents;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.spbe.Instruments;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first screen of the province: who is behind, who fell, what was shared. Year and regency are in the address. What
 * a regency shares appears by itself.
 */
@PermitAll
@Needs("control-room:read")
@Route("kendali")
class ControlRoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ControlRoomView.class);
    private static final String YEAR = "tahun";
    private static final String REGENCY = "wilayah";

    private final ControlRoomClient client;
    private final Instruments instruments;
    private final CoreEvents events;

    private final Select<Integer> yearSelect = new Select<>();
    private final Span live = new Span();
    private final Div body = new Div();
    private final PageHead head;
    private @Nullable ControlRoom room;
    private @Nullable String selected;
    private @Nullable Registration subscription;

    ControlRoomView(ControlRoomClient client, Instruments instruments, CoreEvents events) {
        this.client = client;
        this.instruments = instruments;
        this.events = events;
        addClassNames("admin-page", "admin-control-room");
        setId("control-room");
        yearSelect.setId("year");
        yearSelect.setLabel(getTranslation("control.year"));
        yearSelect.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                goTo(event.getValue(), selected);
            }
        });
        live.setId("live");
        live.addClassName("sa-source");
        live.getElement().setAttribute("role", "status");
        head = new PageHead(getTranslation("nav.control-room"), live, yearSelect);
        add(head, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        selected = parameters.getSingleParameter(REGENCY).orElse(null);
        var year = parameters.getSingleParameter(YEAR).flatMap(ControlRoomView::year);
        var before = room;
        if (before == null || year.isEmpty() || before.year() != year.get()) {
            before = year.isPresent() ? client.get(year.get()) : newest();
            room = before;
        }
        show(before);
    }

    private static Optional<Integer> year(String text) {
        return text.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The year of the newest official results; they come out months after the year itself. */
    private ControlRoom newest() {
        var thisYear = client.get(LocalDate.now(Formats.ZONE).getYear());
        return thisYear.newestYear()
                .filter(year -> year != thisYear.year())
                .map(client::get)
                .orElse(thisYear);
    }

    private void show(ControlRoom shown) {
        head.setHeading(getTranslation("control.title", shown.province().name()));
        yearSelect.setItems(shown.years());
        yearSelect.setItemLabelGenerator(String::valueOf);
        yearSelect.setValue(shown.year());
        body.removeAll();
        var domains = shown.instrument().map(instruments::get);
        body.add(new Headline(shown));
        body.add(pair(
                new Ranking(shown, selected, this::pick).tiles(), new Ranking(shown, selected, this::pick).table()));
        shown.regency(selected)
                .ifPresent(regency -> body.add(new RegencyDetail(shown, regency, domains, () -> pick(null))));
        body.add(new SharedAssessments(shown));
        body.add(pair(new HeatTable(shown, domains, selected), new Attention(shown, this::pick)));
        body.add(new Trend(shown, selected));
    }

    private static Component pair(Component left, Component right) {
        var pair = new Div(left, right);
        pair.addClassName("admin-pair");
        return pair;
    }

    private void pick(@Nullable String code) {
        var year = room == null ? null : room.year();
        goTo(year, Objects.equals(code, selected) ? null : code);
    }

    private static void goTo(@Nullable Integer year, @Nullable String regency) {
        Map<String, String> parameters = new HashMap<>();
        if (year != null) {
            parameters.put(YEAR, String.valueOf(year));
        }
        if (regency != null) {
            parameters.put(REGENCY, regency);
        }
        UI.getCurrentOrThrow().navigate("kendali", QueryParameters.simple(parameters));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        subscription = events.subscribe(new CoreEvents.Listener() {

            @Override
            public void happened(String kind) {
                if ("spbe.shared".equals(kind)) {
                    draw(ui, ControlRoomView.this::refresh);
                }
            }

            @Override
            public void connected() {
                draw(ui, () -> {
                    live.setText(getTranslation("control.live"));
                    refresh();
                });
            }

            @Override
            public void disconnected() {
                draw(ui, () -> live.setText(getTranslation("control.not-live")));
            }
        });
    }

    /** From another thread; a screen that is gone by then needs no drawing. */
    private static void draw(UI ui, Command command) {
        try {
            var _ = ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("screen gone before it was drawn");
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.remove();
        }
    }

    /** Looks anew, and draws only what is new, so that nobody loses her place. */
    private void refresh() {
        var before = room;
        if (before == null || !isAttached()) {
            return;
        }
        var now = client.get(before.year());
        if (now.equals(before)) {
            return;
        }
        room = now;
        show(now);
        now.shared().stream()
                .filter(shared -> !before.shared().contains(shared))
                .forEach(shared -> Notice.done(
                        getTranslation("control.newly-shared", shared.name(), String.valueOf(shared.year()))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.control-room");
    }
}
