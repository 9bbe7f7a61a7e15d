package io.entente.platform.print;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFastOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfContentStreamAdapter;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Puts the letters of a {@link DrawnText} behind its outlines, so that a reader can select, copy and search them. Each part of a line is
 * an invisible space, as wide as the part, that has the part as its actual text.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 14.9.4: replacement text</a>
 */
record ReadableText(DrawnText drawn, float size) {

    private static final COSName ACTUAL_TEXT = COSName.getPDFName("ActualText");
    private static final COSName SPAN = COSName.getPDFName("Span");
    private static final String SPACE = " ";

    /** A mark has no width of its own. */
    private static final float MIN_WIDTH = 0.01f;

    /**
     * Writes the letters.
     *
     * @param x the left edge within the contents of the page, in dots
     * @param y the upper edge within the contents of all pages, in dots
     */
    void write(PdfBoxFastOutputDevice device, RenderingContext context, float x, float y) {
        PageBox page = context.getPage();
        float dots = device.getDotsPerPoint();
        float left = (x + page.getMarginBorderPadding(context, CalculatedStyle.LEFT)) / dots;
        float top = (y - page.getPaintingTop() + page.getMarginBorderPadding(context, CalculatedStyle.TOP)) / dots;
        PDFont font = font(context);
        for (DrawnText.Line line : drawn.lines()) {
            float base = device.normalizeY(top + line.ascent());
            for (DrawnText.Part part : line.parts()) {
                write(device.getCurrentPage(), font, part, left + drawn.left(line) + part.left(), base);
            }
            top += line.height();
        }
    }

    private void write(PdfContentStreamAdapter content, PDFont font, DrawnText.Part part, float x, float base) {
        COSDictionary properties = new COSDictionary();
        properties.setItem(ACTUAL_TEXT, new COSString(part.text()));
        content.beginMarkedContent(SPAN, properties);
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(font, size);
        float stretch = (float) (Math.max(MIN_WIDTH, part.width()) / Typeface.PAGE.width(SPACE, size));
        content.setTextMatrix(stretch, 0, 0, 1, x, base);
        content.drawString(SPACE);
        content.setRenderingMode(RenderingMode.FILL);
        content.endText();
        content.endMarkedContent();
    }

    private PDFont font(RenderingContext context) {
        FontSpecification font = new FontSpecification();
        font.families = new String[] {Typeface.PAGE.family()};
        font.size = size;
        font.fontWeight = IdentValue.NORMAL;
        font.fontStyle = IdentValue.NORMAL;
        font.variant = IdentValue.NORMAL;
        return ((PdfBoxFSFont) context.getFont(font))
                .getFontDescriptions()
                .get(0)
                .getFont();
    }
}
