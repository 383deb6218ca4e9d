package id.satuatap.admin.controlroom;

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
import id.satuatap.admin.session.SharedReads;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.spbe.Instruments;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
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
    private static final Set<String> SHARED = Set.of("spbe.shared");

    private final ControlRoomClient client;
    private final Instruments instruments;
    private final CoreEvents events;
    private final SharedReads reads;

    private final Select<Integer> yearSelect = new Select<>();
    private final Span live = new Span();
    private final Div body = new Div();
    private final PageHead head;
    private @Nullable ControlRoom room;
    private @Nullable String selected;
    private @Nullable Registration subscription;
    private volatile boolean asked;

    ControlRoomView(ControlRoomClient client, Instruments instruments, CoreEvents events, SharedReads reads) {
        this.client = client;
        this.instruments = instruments;
        this.events = events;
        this.reads = reads;
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
            before = ask(year.orElse(null), event.getUI());
            room = before;
        }
        show(before);
    }

    private static Optional<Integer> year(String text) {
        return text.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Listens first, so that what is shared while core answers is not missed, and need not be asked for again. */
    private ControlRoom ask(@Nullable Integer year, UI ui) {
        if (subscription == null) {
            subscription = events.subscribe(SHARED, new SharedListener(ui));
        }
        asked = true;
        try {
            return client.get(year);
        } catch (RuntimeException refused) {
            leave(); // this view will never be attached
            throw refused;
        }
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

    private final class SharedListener implements CoreEvents.Listener {

        private final UI ui;

        SharedListener(UI ui) {
            this.ui = ui;
        }

        @Override
        public void happened(String event) {
            draw(() -> refresh(year -> reads.after(event, "control-room " + year, () -> client.get(year))));
        }

        @Override
        public void connected() {
            var mayHaveMissed = asked;
            draw(() -> {
                live.setText(getTranslation("control.live"));
                if (mayHaveMissed) {
                    refresh(client::get);
                }
            });
        }

        @Override
        public void disconnected() {
            draw(() -> live.setText(getTranslation("control.not-live")));
        }

        /** From another thread; a screen that is gone by then needs no drawing. */
        private void draw(Command command) {
            try {
                var _ = ui.access(command);
            } catch (UIDetachedException gone) {
                LOG.debug("screen gone before it was drawn");
            }
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        leave();
    }

    private void leave() {
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /** Looks anew, and draws only what is new, so that nobody loses her place. */
    private void refresh(IntFunction<ControlRoom> look) {
        var before = room;
        if (before == null || !isAttached()) {
            return;
        }
        var now = look.apply(before.year());
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
