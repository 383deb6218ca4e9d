package id.satuatap.core.document.inspection;

import static id.satuatap.core.document.inspection.OfficeReader.lower;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Documents of LibreOffice (ODF): {@code mimetype} says the kind, folders hold what runs, elements say what is fetched or calls it. */
final class OpenDocument {

    private static final Set<String> KINDS = Set.of(
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");
    private static final List<String> READ =
            List.of("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml", "settings.xml");

    /** LibreOffice writes an index of macros even where there is none. */
    private static final Set<String> INDEXES =
            Set.of("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml");

    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    private OpenDocument() {}

    static Inspected inspect(OfficeReader office) throws IOException {
        var kind = new String(office.start("mimetype", 100), StandardCharsets.US_ASCII);
        if (!KINDS.contains(kind)) {
            throw Refused.TYPE.asProblem();
        }
        if (!office.has("content.xml")) {
            throw Refused.BROKEN.asProblem();
        }
        if (office.names().stream().anyMatch(OpenDocument::runs)) {
            throw Refused.MACROS.asProblem();
        }
        var document = new OpenDocument();
        for (var part : READ) {
            office.read(part, document::element);
        }
        return new Inspected(kind, document.marks);
    }

    private static boolean runs(String name) {
        var folder = name.startsWith("basic/") || name.startsWith("dialogs/");
        return name.startsWith("scripts/") || (folder && !INDEXES.contains(name.substring(name.lastIndexOf('/') + 1)));
    }

    private void element(Xml.Element element) {
        switch (element.name()) {
            case "encryption-data" -> throw Refused.LOCKED.asProblem();
            case "event-listener", "script" -> throw Refused.MACROS.asProblem();
            case "object-ole" -> marks.add(Mark.OLE_OBJECT);
            case "a" -> {} // a link waits to be clicked
            case "template" -> template(element);
            default -> fetch(element);
        }
    }

    private static void template(Xml.Element element) {
        if (isRemote(element)) {
            throw Refused.REMOTE_TEMPLATE.asProblem();
        }
    }

    private void fetch(Xml.Element element) {
        if (isRemote(element)) {
            marks.add(Mark.EXTERNAL_CONTENT);
        }
    }

    private static boolean isRemote(Xml.Element element) {
        var address = lower(element.attribute("href")).strip();
        return address.contains("://") && !address.startsWith("file:///");
    }
}
