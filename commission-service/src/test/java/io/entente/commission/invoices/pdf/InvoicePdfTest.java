package io.entente.commission.invoices.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceMother;
import io.entente.commission.invoices.InvoiceTexts;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.invoices.einvoice.CrossIndustryInvoice;
import io.entente.commission.invoices.vat.VatRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class InvoicePdfTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InvoicePdf pdf = new InvoicePdf(registry);

    @Test
    void a_german_partner_reads_german_words_and_numbers() throws IOException {
        assertThat(text(VatRule.DOMESTIC, "19", "EUR 1234.50", "de"))
                .contains("Gutschrift")
                .contains("Müller & Söhne <GmbH>")
                .contains("USt-IdNr.: DE136695976")
                .contains("Umsatzsteuer 19\u00A0%")
                .contains("1.234,50\u00A0EUR")
                .contains("234,56\u00A0EUR")
                .contains("1.469,06\u00A0EUR")
                .contains("-185,18\u00A0EUR")
                .contains("1.283,88\u00A0EUR")
                .contains("§ 50a EStG");
    }

    @Test
    void reverse_charge_and_self_billing_are_mentioned_in_the_partners_language() throws IOException {
        assertThat(text(VatRule.REVERSE_CHARGE, "0", "EUR 1234.50", "en"))
                .contains("Self-billing: the recipient of the service issues this document")
                .contains("Reverse charge: the recipient of the service accounts for the VAT");
        assertThat(text(VatRule.REVERSE_CHARGE, "0", "EUR 1234.50", "ja")).contains("リバースチャージ（Reverse charge）");
        assertThat(text(VatRule.SMALL_BUSINESS, "0", "EUR -50.05", "de"))
                .contains("Berichtigung einer Gutschrift")
                .contains("SB-2026-00000007")
                .contains("Kleinunternehmer. (§ 19 UStG)")
                // 50.05 x 15 % = 7.5075; 50.05 - 7.51
                .contains("Zu verrechnen", "42,54\u00A0EUR", "-7,51\u00A0EUR")
                .contains("sind 15\u00A0% Steuerabzug, 7,51\u00A0EUR, nicht mehr für den Leistungserbringer geschuldet")
                .doesNotContain("Auszahlungsbetrag");
    }

    @Test
    void every_language_has_every_text() throws IOException {
        TreeSet<String> english = keys("en");
        for (String language : InvoiceTexts.LANGUAGES) {
            assertThat(keys(language)).as(language).isEqualTo(english);
            for (VatRule rule : VatRule.values()) {
                assertThat(text(rule, "0", "EUR 1234.50", language))
                        .as(language)
                        .contains("SB-2026-00000001")
                        .doesNotContain("{0}");
            }
        }
    }

    @Test
    void the_pdf_conforms_to_the_standards_that_it_declares() throws Exception {
        for (String language : List.of("ja", "de")) {
            byte[] page = pdf.render(issued(VatRule.DOMESTIC, "19", "EUR 1234.50", language));

            assertThat(violations(page, PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(violations(page, PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(violations(page, PDFAFlavour.PDFA_2_A))
                    .as("a standard that doesn't allow the embedded XML")
                    .isNotEmpty();
        }
    }

    @Test
    void names_in_all_scripts_are_readable_and_conform_to_the_standards() throws Exception {
        List<String> names = List.of(
                "上海湖泊贸易有限公司们",
                "臺灣國際貿易股份有限公司",
                "한국무역 주식회사",
                "Ελληνικά Νερά Α.Ε.",
                "ООО Вода України",
                "Công ty Nước Sạch");
        for (String name : names) {
            assertThat(text(seller(name))).contains(name).doesNotContain("#");
        }
        for (String drawn : List.of("بريد شركة", "हिन्दी निगम", "บริษัท น้ำ จำกัด", "Rocket 👩🏽‍💻")) {
            byte[] page = pdf.render(seller(drawn));
            assertThat(violations(page, PDFAFlavour.PDFA_3_A)).as(drawn).isEmpty();
            assertThat(violations(page, PDFAFlavour.PDFUA_1)).as(drawn).isEmpty();
        }
        assertThat(registry.counter("entente.invoices.glyphs.missing").count()).isZero();
        byte[] all = pdf.render(seller(String.join(" ", names) + " بريد شركة हिन्दी निगम บริษัท น้ำ จำกัด 🚀"));
        Files.write(Files.createDirectories(Path.of("target", "invoices")).resolve("scripts.pdf"), all);
        assertThat(text(seller("Cherokee ᏣᎳᎩ"))).contains("Cherokee □□□");
        assertThat(registry.counter("entente.invoices.glyphs.missing").count()).isEqualTo(3);
    }

    /** An invoice of a seller of this name. */
    private static IssuedInvoice seller(String name) {
        Invoice other = InvoiceMother.invoice(VatRule.REVERSE_CHARGE, "0", "EUR 1234.50", Locale.ENGLISH);
        Invoice invoice = new Invoice(
                other.number(),
                other.kind(),
                other.statementId(),
                other.partnerId(),
                other.period(),
                other.suppliedIn(),
                other.issuedOn(),
                other.issuedAt(),
                other.locale(),
                InvoiceMother.german(name),
                other.buyer(),
                other.description(),
                other.vat(),
                other.amounts(),
                other.notes(),
                other.corrects(),
                1,
                1);
        return new IssuedInvoice(invoice, "<xml/>");
    }

    private String text(IssuedInvoice issued) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(issued))) {
            return new PDFTextStripper().getText(document).replaceAll("[\\r\\n]", "");
        }
    }

    @Test
    void the_xml_is_inside_as_factur_x() throws IOException {
        IssuedInvoice issued = issued(VatRule.DOMESTIC, "19", "EUR 1234.50", "en");
        try (PDDocument document = Loader.loadPDF(pdf.render(issued))) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml");
            assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
                    .isEqualTo(issued.xml());
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")
                    .contains("pdfuaid:part");
        }
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

    private String text(VatRule rule, String rate, String earned, String language) throws IOException {
        byte[] page = pdf.render(issued(rule, rate, earned, language));
        Files.write(
                Files.createDirectories(Path.of("target", "invoices")).resolve(language + "-" + rule + ".pdf"), page);
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static IssuedInvoice issued(VatRule rule, String rate, String earned, String language) {
        Invoice invoice = InvoiceMother.invoice(rule, rate, earned, Locale.forLanguageTag(language));
        return new IssuedInvoice(invoice, new CrossIndustryInvoice().write(invoice));
    }

    private static TreeSet<String> keys(String language) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "io.entente.commission.invoices.invoice",
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }
}
