package io.entente.commission.invoices.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.invoices.InvoiceMother;
import io.entente.commission.invoices.vat.VatRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossIndustryInvoiceTest {

    private static final CrossIndustryInvoice ELECTRONIC = new CrossIndustryInvoice();

    @ParameterizedTest
    @CsvSource({
        "DOMESTIC, 19, EUR 1234.50, de",
        "DOMESTIC, 10, JPY 12345, ja",
        "DOMESTIC, 19, EUR -50.05, es",
        "REVERSE_CHARGE, 0, EUR 1234.50, en",
        "REVERSE_CHARGE, 0, EUR -50.05, pt",
        "SMALL_BUSINESS, 0, EUR 1234.50, de",
        "NOT_IN_BUSINESS, 0, EUR 1234.50, ms",
        "OUTSIDE_SCOPE, 0, USD 1234.50, en",
        "NO_VAT_IN_COUNTRY, 0, USD 1234.50, en"
    })
    void every_kind_of_invoice_follows_the_rules_of_the_standard(
            VatRule rule, String rate, String earned, String language) {
        String xml = ELECTRONIC.write(InvoiceMother.invoice(rule, rate, earned, Locale.forLanguageTag(language)));

        assertThat(ELECTRONIC.violations(xml)).isEmpty();
        assertThat(xml).contains("<ram:CategoryCode>" + rule.category() + "</ram:CategoryCode>");
    }

    @Test
    void the_xml_states_parties_amounts_and_the_notes_that_the_law_requires() {
        String xml = ELECTRONIC.write(InvoiceMother.invoice(VatRule.REVERSE_CHARGE, "0", "EUR 1234.50", Locale.GERMAN));

        assertThat(xml)
                .contains("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>")
                .contains("<ram:ID>SB-2026-00000001</ram:ID>")
                .contains("<ram:TypeCode>389</ram:TypeCode>")
                .contains("<ram:ID schemeID=\"VA\">DE136695976</ram:ID>")
                .contains("<ram:ID schemeID=\"VA\">FR40303265045</ram:ID>")
                .contains("Gutschrift: Der Leistungsempfänger stellt dieses Dokument aus")
                .contains("Steuerschuldnerschaft des Leistungsempfängers")
                .contains("<ram:ExemptionReasonCode>VATEX-EU-AE</ram:ExemptionReasonCode>")
                .contains("<ram:DuePayableAmount>1234.50</ram:DuePayableAmount>")
                .contains("stm_1");
    }

    @Test
    void the_totals_are_those_of_the_invoice_also_in_yen() {
        String xml = ELECTRONIC.write(InvoiceMother.invoice(VatRule.DOMESTIC, "10", "JPY 12345", Locale.JAPANESE));

        assertThat(xml)
                .contains("<ram:CalculatedAmount>1235.00</ram:CalculatedAmount>")
                .contains("<ram:TaxTotalAmount currencyID=\"JPY\">1235.00</ram:TaxTotalAmount>")
                .contains("<ram:GrandTotalAmount>13580.00</ram:GrandTotalAmount>");
    }

    @Test
    void a_credit_note_names_the_invoice_that_it_corrects() {
        String xml = ELECTRONIC.write(InvoiceMother.invoice(VatRule.DOMESTIC, "19", "EUR -50.05", Locale.ENGLISH));

        assertThat(xml)
                .contains("<ram:TypeCode>261</ram:TypeCode>")
                .contains("<ram:IssuerAssignedID>SB-2026-00000007</ram:IssuerAssignedID>")
                .contains("<ram:GrandTotalAmount>59.56</ram:GrandTotalAmount>");
    }

    @Test
    void an_element_that_is_unknown_missing_or_in_the_wrong_place_violates_the_schema() {
        String xml = ELECTRONIC.write(InvoiceMother.invoice(VatRule.DOMESTIC, "19", "EUR 1234.50", Locale.ENGLISH));
        String number = "<ram:ID>SB-2026-00000001</ram:ID>";
        String code = "<ram:TypeCode>389</ram:TypeCode>";

        assertThat(xml).contains(number, code);
        assertThat(ELECTRONIC.violations(xml.replace(number, number + "<ram:Nickname>Pine</ram:Nickname>")))
                .anyMatch(text -> text.contains("Nickname"));
        assertThat(ELECTRONIC.violations(xml.replace(code, "").replace(number, code + number)))
                .as("the order of elements, which no business rule checks")
                .isNotEmpty();
        assertThat(ELECTRONIC.violations(xml.replace("<ram:GrandTotalAmount>", "<ram:GrandTotalAmount>x")))
                .isNotEmpty();
        assertThat(ELECTRONIC.violations(xml + "<")).anyMatch(text -> text.contains("not well-formed"));
    }

    @Test
    void a_wrong_total_is_a_violation_that_names_its_rule() {
        String xml = ELECTRONIC
                .write(InvoiceMother.invoice(VatRule.DOMESTIC, "19", "EUR 1234.50", Locale.ENGLISH))
                .replace("<ram:GrandTotalAmount>1469.06", "<ram:GrandTotalAmount>1469.60");

        assertThat(ELECTRONIC.violations(xml)).anyMatch(text -> text.contains("BR-CO-15"));
    }
}
