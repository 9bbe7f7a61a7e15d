package io.entente.commission.invoices.pdf;

import io.entente.commission.invoices.IssuedInvoice;
import io.entente.platform.print.PdfPages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Writes an invoice as a PDF that people and machines can read: in the partner's language, tagged for screen readers (PDF/UA),
 * archivable (PDF/A-3), with the EN 16931 XML inside (Factur-X, ZUGFeRD).
 */
@Component
public class InvoicePdf {

    private final Counter missing;

    public InvoicePdf(MeterRegistry registry) {
        this.missing = Counter.builder("entente.invoices.glyphs.missing")
                .description("Characters on invoices that no font has, shown as boxes")
                .register(registry);
    }

    public byte[] render(IssuedInvoice issued) {
        InvoicePage content = new InvoicePage(issued.invoice());
        byte[] page = PdfPages.of(content.write());
        missing.increment(content.missingCharacters());
        try {
            return EmbeddedXml.in(page, issued.xml(), issued.invoice().issuedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
