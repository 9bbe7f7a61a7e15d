package io.entente.partner.agreements.memorandum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.Acceptance;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.memorandum.DocumentJson.Parties;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Compensation;
import io.entente.partner.agreements.terms.AgreementTerms.Confidentiality;
import io.entente.partner.agreements.terms.AgreementTerms.Disputes;
import io.entente.partner.agreements.terms.AgreementTerms.Exclusivity;
import io.entente.partner.agreements.terms.AgreementTerms.Governance;
import io.entente.partner.agreements.terms.AgreementTerms.Payment;
import io.entente.partner.agreements.terms.AgreementTerms.Scope;
import io.entente.partner.agreements.terms.AgreementTerms.Term;
import io.entente.partner.agreements.terms.AgreementTerms.Territory;
import io.entente.partner.agreements.terms.Profession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import tools.jackson.databind.json.JsonMapper;

class MemorandumPdfTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HASH = "c4".repeat(32);

    /** Longer than what a firm writes into a memorandum of one page. */
    private static final String LONG = "Each side tells the other one within five days of what concerns it. ".repeat(9);

    private final MemorandumPdf pdf = new MemorandumPdf(JSON, ZoneId.of("Asia/Kuala_Lumpur"));

    @ParameterizedTest
    @CsvSource({
        "en, Memorandum of understanding, Malaysia, 14 days after the client’s payment",
        "de, Partnervereinbarung, Rechtsanwalt, 14 Tage nach der Zahlung des Kunden",
        "ms, Memorandum persefahaman, Peguam, 14 hari selepas pembayaran pelanggan",
        "ja, 基本合意書, 弁護士, クライアントの支払いから14日後",
        "es, Memorando de entendimiento, Abogado, 14 días después del pago del cliente",
        "pt, Memorando de entendimento, Advogado, 14 dias após o pagamento do cliente",
        "fr, Memorandum of understanding, Lawyer, 14 days after the client’s payment",
    })
    void a_partner_reads_one_page_in_its_language(String language, String title, String word, String days)
            throws IOException {
        byte[] page = pdf.render(version("株式会社みずうみ", "A tenth of the first project"), language);

        assertThat(pages(page)).isEqualTo(1);
        assertThat(text(page)).contains(title, word, days, "株式会社みずうみ", "harbour-2026", HASH, "Noor Planted");
    }

    @Test
    void every_language_has_every_text() {
        TreeSet<String> english = new TreeSet<>(keys("en"));
        for (String language : MemorandumWords.LANGUAGES) {
            assertThat(new TreeSet<>(keys(language))).as(language).isEqualTo(english);
        }
    }

    @Test
    void long_terms_are_set_smaller_and_stay_on_one_page_and_the_longest_take_two() throws IOException {
        assertThat(pages(pdf.render(version("Quayside", LONG.substring(0, 300)), "de")))
                .isEqualTo(1);
        assertThat(pages(pdf.render(version("Quayside", LONG), "de"))).isEqualTo(2);
    }

    @Test
    void the_document_that_both_sides_accept_is_inside_byte_by_byte() throws IOException {
        AgreementVersion version = version("Müller & Söhne <GmbH>", "A tenth");

        try (PDDocument document = Loader.loadPDF(pdf.render(version, "de"))) {
            byte[] inside = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("agreement.json")
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(new String(inside, UTF_8)).isEqualTo(version.document());
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Müller & Söhne <GmbH>", "Noch nicht angenommen");
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, 株式会社みずうみ", "ms, Syarikat Pelabuhan العربية"})
    void the_pdf_conforms_to_the_standards_that_it_declares(String language, String partner) throws Exception {
        byte[] page = pdf.render(version(partner, LONG), language);

        assertThat(violations(page, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(violations(page, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static AgreementVersion version(String partner, String words) {
        AgreementTerms terms = new AgreementTerms(
                new Scope(List.of("Tax advice", "Audit"), List.of("Strategy", words), List.of()),
                new Compensation("harbour-2026", words, Profession.LAWYER, "The engagement letter names the fee."),
                new Exclusivity(Exclusivity.Kind.MUTUAL, words),
                new Territory(List.of("MY", "DE", "JP"), List.of()),
                new Payment(14, words),
                new Confidentiality(words, words),
                new Term(LocalDate.parse("2026-08-03"), LocalDate.parse("2028-02-29"), Term.Renewal.YEARLY, 60),
                new Disputes("MY", words),
                new Governance(words, "Executive sponsors of both sides", "Each quarter"));
        DocumentJson document = new DocumentJson(
                "agr_7f", 2, "Harbour and lake", new Parties("Northwind Consulting", partner, "par_7f"), terms);
        Acceptance accepted = new Acceptance("Noor Planted", "user:u-5", Instant.parse("2026-07-30T22:15:00Z"), HASH);
        return new AgreementVersion(
                2,
                AgreementVersion.Status.PROPOSED,
                terms,
                JSON.writeValueAsString(document),
                HASH,
                "user:u-5",
                Instant.parse("2026-07-29T01:00:00Z"),
                accepted,
                null);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "io.entente.partner.agreements.memorandum.memorandum",
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }

    private static List<String> violations(byte[] page, PDFAFlavour standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(page), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .map(violation -> violation.getRuleId() + ": " + violation.getMessage())
                    .toList();
        }
    }
}
