package io.entente.commission.statements.pdf;

import static io.entente.commission.statements.ChainMother.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.RecordingLedger;
import io.entente.commission.statements.texts.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class StatementPdfTest {

    private static final Money EARNED = Money.parse("EUR 1234.50");
    private static final Money ZERO = Money.zero(CurrencyUnit.EUR);

    private final RecordingLedger ledger = new RecordingLedger();

    @Test
    void a_german_partner_reads_german_words_and_numbers() throws IOException {
        String text = text("Müller & Söhne <GmbH>", "de");

        assertThat(text)
                .contains("Provisionsabrechnung 2026-Q2")
                .contains("Müller & Söhne <GmbH>")
                .contains("1.234,50")
                .contains("01.04.2026 – 30.06.2026")
                .contains("Neuer Saldo")
                .contains("Seite 1 von 1");
    }

    @Test
    void a_japanese_partner_reads_japanese() throws IOException {
        assertThat(text("株式会社みずうみ", "ja"))
                .contains("コミッション明細書")
                .contains("株式会社みずうみ")
                .contains("1,234.50");
    }

    @Test
    void every_language_has_every_text() throws IOException {
        TreeSet<String> english = new TreeSet<>(keys(Locale.ENGLISH));
        for (String language : Words.LANGUAGES) {
            assertThat(new TreeSet<>(keys(Locale.forLanguageTag(language))))
                    .as(language)
                    .isEqualTo(english);
            assertThat(text("Harbour Pine", language))
                    .as(language)
                    .contains("2026-Q2")
                    .contains("Brightwater");
        }
        assertThat(text("Harbour Pine", "fr")).contains("Balance carried forward");
    }

    @Test
    void the_pdf_is_tagged_and_names_its_language() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(render("Harbour Pine", "es"))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
        }
    }

    @Test
    void the_pdf_contains_its_proof_and_names_both_ends_of_the_section() throws IOException {
        byte[] page = render("Harbour Pine", "en");

        try (PDDocument pdf = Loader.loadPDF(page)) {
            PDEmbeddedFile file = pdf.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("statement-proof.json")
                    .getEmbeddedFile();
            assertThat(file.getSubtype()).isEqualTo("application/json");
            assertThat(new String(file.toByteArray(), StandardCharsets.UTF_8))
                    .startsWith("{\"format\":\"entente.statement-proof/1\"")
                    .contains("\"after\":{\"number\":1,\"hash\":\"" + PdfMother.HASH + "\"}")
                    .contains("\"entries\":[{\"number\":1}]");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Ledger before the period: " + "0".repeat(64),
                            "Ledger at the end of the period: " + PdfMother.HASH);
        }
    }

    @Test
    void the_pdf_conforms_to_the_standards_that_it_declares() throws Exception {
        byte[] page = render("株式会社みずうみ", "ja");

        assertThat(PdfMother.violations(page, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfMother.violations(page, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfMother.violations(page, PDFAFlavour.PDFA_1_B))
                .as("a standard that the PDF doesn't declare")
                .isNotEmpty();
    }

    @Test
    void a_statement_with_more_lines_than_a_pdf_can_hold_says_so() throws IOException {
        for (int i = 0; i < StatementPdf.MAX_LINES + 10; i++) {
            ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d" + i, "Brightwater", "EUR 10.00", "EUR 1.00"));
        }
        Money earned = Money.parse("EUR 1010.00");

        String page = PdfMother.pdf(ledger, "Harbour Pine", "en")
                .xhtml(PdfMother.issued(
                        new Figures(0, earned.multipliedBy(10), earned, ZERO, ZERO, earned),
                        StatementPdf.MAX_LINES + 10L));

        assertThat(page).contains("The first 1,000 entries are shown", "Its proof is available as JSON");
        assertThat(page.split("<tr>", -1).length).isLessThan(StatementPdf.MAX_LINES + 20);
    }

    @Test
    void a_statement_that_counts_no_referrals_does_not_say_that_none_were_sent() {
        ledger.at("2026-04-02T09:00:00Z", deal("par_pine", "d", "Brightwater", "EUR 12345.00", "EUR 1234.50"));

        assertThat(sums(3)).contains("Referrals sent");
        assertThat(sums(0)).doesNotContain("Referrals sent").contains("Balance carried forward");
    }

    private String sums(long referrals) {
        return PdfMother.pdf(ledger, "Harbour Pine", "en")
                .xhtml(PdfMother.issued(
                        new Figures(referrals, Money.parse("EUR 12345.00"), EARNED, ZERO, ZERO, EARNED), 1));
    }

    private String text(String partner, String language) throws IOException {
        byte[] page = render(partner, language);
        Files.write(Files.createDirectories(Path.of("target", "statements")).resolve(language + ".pdf"), page);
        try (PDDocument pdf = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private byte[] render(String partner, String language) {
        if (ledger.head(new PartnerId("par_pine")).number() == 0) {
            ledger.at(
                    "2026-04-02T09:00:00Z",
                    deal("par_pine", "deal-4711", "Brightwater Logistics", "EUR 12345.00", "EUR 1234.50"));
        }
        return PdfMother.pdf(ledger, partner, language)
                .render(PdfMother.issued(new Figures(2, Money.parse("EUR 12345.00"), EARNED, ZERO, ZERO, EARNED), 1));
    }

    private static java.util.Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "io.entente.commission.statements.texts.statement",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
