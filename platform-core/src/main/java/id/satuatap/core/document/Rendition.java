package id.satuatap.core.document;

import id.satuatap.core.document.picture.PdfPages;
import id.satuatap.core.document.picture.Pictures;
import id.satuatap.core.shared.NotFound;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A smaller picture of a document: of its page, or of the picture that it is.
 *
 * @param page counted from 1
 * @param longest side, in points of a screen
 */
record Rendition(int page, int longest) {

    private static final int FIRST_PAGES = 20;
    private static final String PDF = "application/pdf";

    static Rendition preview(int page) {
        return new Rendition(page, 1600);
    }

    static Rendition thumbnail() {
        return new Rendition(1, 320);
    }

    /** Names it in the register. */
    String key() {
        return page + "@" + longest;
    }

    String mediaType(Document document) {
        return document.mediaType().equals(PDF) ? "image/png" : document.mediaType();
    }

    /** 404 for a kind that can't be drawn, and for a page beyond the first ones. */
    Rendition check(Document document) {
        if (!document.isPicture() && !document.mediaType().equals(PDF)) {
            throw new NotFound("document.no-preview");
        }
        var most = document.isPicture() ? 1 : FIRST_PAGES;
        if (page < 1 || page > most) {
            throw new NotFound("document.no-page", most);
        }
        return this;
    }

    void draw(Document document, Path from, Path to) throws IOException {
        if (document.isPicture()) {
            Pictures.shrink(from, document.mediaType(), longest, to);
        } else {
            PdfPages.draw(from, page, longest, to);
        }
    }
}
