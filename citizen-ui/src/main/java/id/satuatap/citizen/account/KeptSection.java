package id.satuatap.citizen.account;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.servlet.page.Languages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept of her, who looked at it, and the file of it. */
final class KeptSection extends Section {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    KeptSection(Optional<Kept> kept, DownloadHandler file, String government) {
        setId("account-data");
        add(new H2(getTranslation("account.data")));
        kept.ifPresentOrElse(
                known -> show(known, government),
                () -> add(new Paragraph(getTranslation("account.data.nothing", government))));
        add(new Paragraph(getTranslation("account.data.identity")));
        var download = new Anchor(file, getTranslation("account.data.download"));
        download.setId("account-download");
        download.addClassName("sa-button-quiet");
        add(new Paragraph(download));
    }

    private void show(Kept kept, String government) {
        add(new Paragraph(getTranslation(
                "account.data.lead",
                government,
                said(kept.person().name()),
                said(kept.person().email()))));
        if (kept.restriction() != null) {
            var since = moment(kept.restriction().since());
            add(new Paragraph(getTranslation("account.data.restricted", since)));
        }
        var kinds = new UnorderedList();
        new TreeMap<>(kept.data()).forEach((kind, entries) -> {
            if (!entries.isEmpty()) {
                kinds.add(new ListItem(
                        getTranslation("account.data.kind", getTranslation("account.kind." + kind), entries.size())));
            }
        });
        add(kinds, new H3(getTranslation("account.looks")));
        looks(kept);
    }

    private void looks(Kept kept) {
        if (kept.looks().isEmpty()) {
            add(new Paragraph(getTranslation("account.looks.none")));
            return;
        }
        var list = new UnorderedList();
        kept.looks()
                .forEach(look -> list.add(new ListItem(
                        getTranslation("account.looks.one", moment(look.at()), roles(look), said(look.reason())))));
        add(list);
    }

    private String roles(Kept.Look look) {
        return look.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role))
                .collect(Collectors.joining(", "));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm 'WIB'", Languages.current())
                .withZone(ZONE)
                .format(at);
    }
}
