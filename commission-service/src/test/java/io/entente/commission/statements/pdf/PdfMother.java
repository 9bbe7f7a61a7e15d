package io.entente.commission.statements.pdf;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.proof.ProofMother;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Statements as PDF for tests, and what veraPDF says about them. */
final class PdfMother {

    /** As wide as a hash can be. */
    static final String HASH = "d".repeat(64);

    private PdfMother() {}

    static StatementPdf pdf(Ledger ledger, String partner, String language) {
        return pdf(ledger, partner, language, new SimpleMeterRegistry());
    }

    static StatementPdf pdf(Ledger ledger, String partner, String language, MeterRegistry registry) {
        return new StatementPdf(
                new PartnerChains(ledger, block -> Map.of()),
                directory(partner, language),
                ProofMother.proof(),
                ZoneOffset.UTC,
                "Northwind Consulting",
                registry);
    }

    /** The statement of partner par_pine for the second quarter of 2026, issued. */
    static Statement issued(Figures figures, long last) {
        return Statement.draft(
                        new PartnerId("par_pine"),
                        figures.closing().getCurrencyUnit(),
                        new Quarter(2026, 2),
                        figures,
                        new Span(1, last, HASH, "0".repeat(64)))
                .issue(Duration.ofDays(30), "finance:u-1", Instant.parse("2026-07-01T01:00:00Z"))
                .state();
    }

    static List<String> violations(byte[] page, PDFAFlavour standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(page), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getTotalAssertions() == 0) {
                throw new IllegalStateException("veraPDF has checked nothing");
            }
            return result.getTestAssertions().stream()
                    .map(violation -> violation.getRuleId() + ": " + violation.getMessage())
                    .toList();
        }
    }

    private static PartnerDirectory directory(String partner, String language) {
        return new PartnerDirectory() {
            @Override
            public List<PartnerId> ids(@Nullable String after, int count) {
                return List.of();
            }

            @Override
            public Optional<Addressee> addressee(PartnerId id) {
                return Optional.of(new Addressee(partner, Locale.forLanguageTag(language)));
            }

            @Override
            public void erase(PartnerId id) {}
        };
    }
}
