package id.satuatap.core.document.inspection;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** Walks through all that a PDF is made of: what runs can hang on any page, field or note. */
final class PdfObjects {

    private static final int MOST = 1_000_000;
    private static final Set<String> PROGRAMS = Set.of("JavaScript", "Launch");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    private PdfObjects() {}

    /** 415 when something in it runs. */
    static Set<Mark> marks(COSDocument document) {
        var objects = new PdfObjects();
        if (document.isEncrypted()) {
            objects.marks.add(Mark.RESTRICTED);
        }
        objects.add(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> objects.add(document.getObjectFromPool(key)));
        while (!objects.open.isEmpty()) {
            objects.look(objects.open.pop());
        }
        return objects.marks;
    }

    private void add(COSBase object) {
        if (object != null && seen.add(object)) {
            if (seen.size() > MOST) {
                throw Refused.TOO_COMPLEX.asProblem();
            }
            open.push(object);
        }
    }

    private void look(COSBase object) {
        switch (object) {
            case COSObject reference -> add(reference.getObject());
            case COSArray array -> array.forEach(this::add);
            case COSDictionary dictionary -> { // a stream is one, too
                judge(dictionary);
                dictionary.getValues().forEach(this::add);
            }
            default -> {}
        }
    }

    private void judge(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.JS) || PROGRAMS.contains(dictionary.getNameAsString(COSName.S, ""))) {
            throw Refused.PROGRAM.asProblem();
        }
        if (dictionary.containsKey(COSName.EMBEDDED_FILES) || dictionary.containsKey(COSName.EF)) {
            marks.add(Mark.EMBEDDED_FILES);
        }
    }
}
