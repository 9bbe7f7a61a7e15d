package io.entente.commission.invoices.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.entente.commission.invoices.IssuedInvoice;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/**
 * Writes an invoice as a PDF that people and machines can read: in the partner's language, tagged for screen readers (PDF/UA),
 * archivable (PDF/A-3), with the EN 16931 XML inside (Factur-X, ZUGFeRD).
 */
@Component
public class InvoicePdf {

    /** The most PDFs laid out at once. Each takes some tens of megabytes. */
    private static final int MAX_AT_ONCE = 2;

    private static final String FONT = "/fonts/VL-PGothic-Regular.ttf";

    static {
        // The library logs its internal steps for every page.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final Semaphore slots = new Semaphore(MAX_AT_ONCE, true);

    public byte[] render(IssuedInvoice issued) {
        slots.acquireUninterruptibly();
        try {
            byte[] page = pdf(new InvoicePage(issued.invoice()).write());
            return EmbeddedXml.in(page, issued.xml(), issued.invoice().issuedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }

    private static byte[] pdf(String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(InvoicePdf::font, "page", 400, FontStyle.NORMAL, true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        // Nothing on the page refers to an external resource, and nothing that it quotes must be fetched.
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream(FONT), FONT);
    }
}
