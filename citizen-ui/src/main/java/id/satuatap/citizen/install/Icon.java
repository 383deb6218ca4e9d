package id.satuatap.citizen.install;

import id.satuatap.citizen.tenant.Accent;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A roof over one line, on the accent. The same drawing as icons/satu-atap.svg in infra/look, on a grid of 48. */
final class Icon {

    private static final double GRID = 48;

    private Icon() {}

    static String svg(Accent accent) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" \
                fill="%s"/><path d="M10 25 24 13l14 12M15 35h18" fill="none" stroke="%s" stroke-width="4.5" \
                stroke-linecap="square"/></svg>
                """.formatted(accent.hex(), accent.onAccent());
    }

    /** A maskable icon fills its square and keeps the mark in the middle, since the phone cuts its own shape out of it. */
    static byte[] png(Accent accent, int size, boolean maskable) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / GRID, size / GRID);
        pen.setColor(accent.colour());
        var corner = maskable ? 0 : 20;
        pen.fill(new RoundRectangle2D.Double(0, 0, GRID, GRID, corner, corner));
        if (maskable) {
            pen.translate(GRID * 0.1, GRID * 0.1);
            pen.scale(0.8, 0.8);
        }
        pen.setColor(Color.decode(accent.onAccent()));
        pen.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        pen.draw(mark());
        pen.dispose();
        return encoded(image);
    }

    private static Path2D mark() {
        var mark = new Path2D.Double();
        mark.moveTo(10, 25);
        mark.lineTo(24, 13);
        mark.lineTo(38, 25);
        mark.moveTo(15, 35);
        mark.lineTo(33, 35);
        return mark;
    }

    private static byte[] encoded(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
