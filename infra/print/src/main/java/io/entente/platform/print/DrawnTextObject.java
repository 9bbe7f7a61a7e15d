package io.entente.platform.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxFastOutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Shape;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Puts a {@link DrawnText} on the page as an object of its own, whose alternative text is the text itself. It can be selected and searched. */
public final class DrawnTextObject implements FSObjectDrawer {

    static final String TYPE = "text/x-drawn";

    private static final double POINTS_PER_PIXEL = 72.0 / 96;

    /** Returns the element that stands for the text on the page. */
    static String html(Lettering lettering, Style style) {
        DrawnText drawn = new DrawnText(lettering, style.size(), style.width());
        return String.format(
                Locale.ROOT,
                "<object type=\"%s\" alt=\"%s\" data-size=\"%.2f\" data-width=\"%.2f\" data-color=\"%s\""
                        + " style=\"width: %.2fpt; height: %.2fpt; vertical-align: top\"></object>",
                TYPE,
                Html.escaped(lettering.text()),
                style.size(),
                style.width(),
                style.color(),
                drawn.width(),
                drawn.height());
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice page,
            RenderingContext context,
            int dotsPerPixel) {
        DrawnText drawn = new DrawnText(
                Lettering.of(element.getAttribute("alt")),
                Float.parseFloat(element.getAttribute("data-size")),
                Float.parseFloat(element.getAttribute("data-width")));
        page.drawWithGraphics(
                (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                    graphics.scale(1 / POINTS_PER_PIXEL, 1 / POINTS_PER_PIXEL);
                    graphics.setColor(Color.decode(element.getAttribute("data-color")));
                    drawn.draw(graphics);
                });
        if (page instanceof PdfBoxFastOutputDevice pdf) {
            new ReadableText(drawn, Float.parseFloat(element.getAttribute("data-size")))
                    .write(pdf, context, (float) x, (float) y);
        }
        return null;
    }

    /**
     * How a text looks.
     *
     * @param size of the font, in points
     * @param width the most that a line may take, in points
     * @param color such as {@code #1b2430}
     */
    public record Style(float size, float width, String color) {}
}
