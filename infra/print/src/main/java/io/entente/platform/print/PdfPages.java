package io.entente.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;

/**
 * Lays out XHTML as a PDF that can be archived (PDF/A-3a) and read aloud (PDF/UA-1), with the used part of its fonts embedded. The
 * families of the fonts are those of {@link Typeface}.
 */
public final class PdfPages {

    /** The most PDFs laid out at once. Each takes some tens of megabytes. */
    private static final int MAX_AT_ONCE = 2;

    private static final Semaphore SLOTS = new Semaphore(MAX_AT_ONCE, true);

    static {
        // The library logs its internal steps for every page.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfPages() {}

    /** Waits until there is room, and lays out a page. */
    public static byte[] of(String xhtml) {
        SLOTS.acquireUninterruptibly();
        try {
            return render(xhtml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SLOTS.release();
        }
    }

    private static byte[] render(String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (Typeface typeface : Typeface.values()) {
            builder.useFont(typeface::open, typeface.family(), 400, FontStyle.NORMAL, true);
        }
        DefaultObjectDrawerFactory objects = new DefaultObjectDrawerFactory();
        objects.registerDrawer(DrawnTextObject.TYPE, new DrawnTextObject());
        builder.useObjectDrawerFactory(objects);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        // Nothing on the page refers to an external resource, and nothing that it quotes must be fetched.
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
        return xhtml.contains(DrawnTextObject.TYPE) ? InlineText.of(out.toByteArray()) : out.toByteArray();
    }
}
