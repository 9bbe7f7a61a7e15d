package io.entente.commission.statements.pdf;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.proof.StatementProof;
import io.entente.commission.statements.texts.Words;
import io.entente.platform.print.EmbeddedFile;
import io.entente.platform.print.PdfPages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes a statement as a PDF that can be archived and signed: in the partner's language and number format, tagged for screen
 * readers (PDF/UA), with the used part of its fonts embedded, so that it looks the same everywhere, and with the proof of its figures
 * as an embedded file (PDF/A-3).
 */
@Component
public class StatementPdf {

    /** The maximum number of entries of one PDF, because it is laid out in memory. The CSV file and the proof as JSON have no bound. */
    public static final int MAX_LINES = 1_000;

    private final PartnerChains chains;
    private final PartnerDirectory partners;
    private final StatementProof proof;
    private final ZoneId zone;
    private final String firm;
    private final Counter missing;

    /** @param firm the name of the firm, as shown on the page */
    StatementPdf(
            PartnerChains chains,
            PartnerDirectory partners,
            StatementProof proof,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            @Value("${entente.commission.firm:Partner program}") String firm,
            MeterRegistry registry) {
        this.chains = chains;
        this.partners = partners;
        this.proof = proof;
        this.zone = zone;
        this.firm = firm;
        this.missing = Counter.builder("entente.statements.glyphs.missing")
                .description("Characters on statements that no font has, shown as boxes")
                .register(registry);
    }

    public byte[] render(Statement statement) {
        try {
            byte[] page = PdfPages.of(xhtml(statement));
            return isWhole(statement) ? proof(statement).in(page) : page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the PDF holds all entries of the period. */
    private static boolean isWhole(Statement statement) {
        return statement.span().last() - statement.span().first() < MAX_LINES;
    }

    private EmbeddedFile proof(Statement statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        proof.write(statement, out);
        return EmbeddedFile.json(
                StatementProof.FILE, "Ledger entries of the statement", out.toByteArray(), time(statement));
    }

    private Instant time(Statement statement) {
        Instant issuedAt = statement.issuedAt();
        return issuedAt == null ? statement.quarter().endsAt(zone) : issuedAt;
    }

    /** The page as XHTML. */
    String xhtml(Statement statement) {
        Addressee addressee = partners.addressee(statement.partnerId())
                .orElseGet(() -> new Addressee(statement.partnerId().value(), Locale.ENGLISH));
        StatementPage page = new StatementPage(statement, Words.of(addressee), zone);
        // Each entry of the chain yields at most one line, so the number of entries is an upper bound.
        Span span = statement.span();
        long last = Math.min(span.last(), span.first() + MAX_LINES - 1);
        chains.of(statement.partnerId()).lines(span.part(span.first(), last), statement.currency(), page::line);
        String xhtml = page.xhtml(firm, addressee.name(), !isWhole(statement));
        missing.increment(page.missingCharacters());
        return xhtml;
    }
}
