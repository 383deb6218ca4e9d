package id.satuatap.core.document.inspection;

import static id.satuatap.core.document.inspection.OfficeReader.lower;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents of Word, Excel and PowerPoint (OOXML): what each part is, {@code [Content_Types].xml} declares; what belongs together, and what
 * is fetched from elsewhere, the relationships say. A part may have any name.
 */
final class OpenXml {

    static final String TYPES = "[Content_Types].xml";

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> KINDS = Map.of(
            OOXML + "wordprocessingml.document.main+xml", OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet.main+xml", OOXML + "spreadsheetml.sheet",
            OOXML + "presentationml.presentation.main+xml", OOXML + "presentationml.presentation");
    private static final Set<String> PROGRAMS =
            Set.of("macroenabled", "vbaproject", "vbadata", "macrosheet", "activex", "/control");

    /** What of these is fetched runs, or is opened in the document's name. */
    private static final Set<String> RUNS = Set.of("attachedtemplate", "oleobject", "frame", "subdocument", "control");

    private final OfficeReader office;
    private final Map<String, String> typesOfParts = new HashMap<>();
    private final Map<String, String> typesOfEndings = new HashMap<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private @Nullable String main;

    private OpenXml(OfficeReader office) {
        this.office = office;
    }

    static Inspected inspect(OfficeReader office) throws IOException {
        var document = new OpenXml(office);
        office.read(TYPES, document::type);
        for (var name : office.names()) {
            refusePrograms(name);
            if (name.endsWith(".rels")) {
                office.read(name, element -> document.relationship(name, element));
            }
        }
        return new Inspected(document.kind(), document.marks);
    }

    private void type(Xml.Element element) {
        var type = lower(element.attribute("ContentType")).strip();
        refusePrograms(type);
        if (type.contains("oleobject")) {
            marks.add(Mark.OLE_OBJECT);
        }
        typesOfParts.put(part(element.attribute("PartName")), type);
        typesOfEndings.put(lower(element.attribute("Extension")), type);
    }

    private void relationship(String rels, Xml.Element element) {
        var type = lower(element.attribute("Type"));
        var target = element.attribute("Target").strip();
        refusePrograms(type);
        if (lower(element.attribute("TargetMode")).equals("external")) {
            external(type.substring(type.lastIndexOf('/') + 1), lower(target));
        } else if (type.endsWith("/oleobject")) {
            marks.add(Mark.OLE_OBJECT);
        } else if (rels.equals("_rels/.rels") && type.endsWith("/officedocument")) {
            main = part(target);
        }
    }

    /** A link waits to be clicked; a template on the sender's own disk is not there for anybody else. */
    private void external(String type, String target) {
        if (type.isEmpty() || type.equals("hyperlink") || !OpenXmlTarget.isRemote(target)) {
            return;
        }
        if (RUNS.contains(type)) {
            throw Refused.REMOTE_TEMPLATE.asProblem();
        }
        marks.add(Mark.EXTERNAL_CONTENT);
    }

    private String kind() {
        var part = main;
        if (part == null || !office.has(part)) {
            throw Refused.BROKEN.asProblem();
        }
        var ofEnding = typesOfEndings.getOrDefault(part.substring(part.lastIndexOf('.') + 1), "");
        var kind = KINDS.get(typesOfParts.getOrDefault(part, ofEnding));
        if (kind == null) {
            throw Refused.TYPE.asProblem();
        }
        return kind;
    }

    private static String part(String name) {
        var clean = lower(name).strip();
        return clean.startsWith("/") ? clean.substring(1) : clean;
    }

    private static void refusePrograms(String text) {
        if (PROGRAMS.stream().anyMatch(text::contains)) {
            throw Refused.MACROS.asProblem();
        }
    }
}
