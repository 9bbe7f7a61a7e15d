package io.entente.commission.invoices.web;

import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.InvoiceTexts;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A self-billed invoice or credit note as the API shows it. Amounts are positive for both kinds.
 *
 * @param id the number, which has no gaps within a year
 * @param period the quarter of the statement
 * @param suppliedIn the quarter of the service; of a credit note, that of the invoice that it corrects
 * @param seller the partner
 * @param buyer the firm, which issues the document
 * @param payable gross minus the tax that is withheld
 * @param vat which rule decided the VAT, and why
 * @param notes that the law or the program requires, in the partner's language
 * @param corrects the number of the invoice that a credit note corrects
 * @param taxProfileVersion the version of the partner's tax profile that the invoice follows
 */
record InvoiceView(
        String id,
        InvoiceKind kind,
        String partnerId,
        String statementId,
        String period,
        String suppliedIn,
        LocalDate issuedOn,
        Instant issuedAt,
        Party seller,
        Party buyer,
        String description,
        MoneyJson net,
        MoneyJson vatAmount,
        MoneyJson gross,
        String withholdingRate,
        MoneyJson withheld,
        MoneyJson payable,
        VatView vat,
        List<String> notes,
        @Nullable String corrects,
        long taxProfileVersion,
        long policyVersion) {

    /**
     * Why an invoice carries VAT or none.
     *
     * @param category of UNTDID 5305, as in the XML
     * @param explanation in English
     */
    record VatView(VatRule rule, String category, String rate, String explanation) {}

    static InvoiceView of(Invoice invoice) {
        VatRule rule = invoice.vat().rule();
        return new InvoiceView(
                invoice.number().toString(),
                invoice.kind(),
                invoice.partnerId().value(),
                invoice.statementId().value(),
                invoice.period().toString(),
                invoice.suppliedIn().toString(),
                invoice.issuedOn(),
                invoice.issuedAt(),
                invoice.seller(),
                invoice.buyer(),
                invoice.description(),
                MoneyJson.of(invoice.amounts().net()),
                MoneyJson.of(invoice.amounts().vat()),
                MoneyJson.of(invoice.amounts().gross()),
                invoice.amounts().withholdingRate().toPlainString(),
                MoneyJson.of(invoice.amounts().withheld()),
                MoneyJson.of(invoice.amounts().payable()),
                new VatView(
                        rule,
                        rule.category(),
                        invoice.vat().rate().toPlainString(),
                        InvoiceTexts.in(Locale.ENGLISH).vatNote(invoice.vat())),
                invoice.notes(),
                invoice.corrects(),
                invoice.taxProfileVersion(),
                invoice.policyVersion());
    }
}
