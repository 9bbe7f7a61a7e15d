package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/** Writes invoices as CSV. Credit notes have negative amounts, so that a column's sum is the total. */
public final class InvoicesCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "issued_on",
            "period",
            "partner_id",
            "statement_id",
            "seller",
            "seller_country",
            "seller_vat_id",
            "vat_rule",
            "net",
            "vat_rate",
            "vat",
            "gross",
            "withholding_rate",
            "withheld",
            "payable",
            "currency",
            "corrects",
            "supplied_in");

    private InvoicesCsv() {}

    /** Writes row by row, so memory doesn't depend on the number of invoices. */
    public static void write(Function<PageRequest, Page<Invoice>> invoices, Appendable out) {
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        AllPages.read(invoices, invoice -> row(csv, invoice));
        csv.flush();
    }

    private static void row(SafeCsv csv, Invoice invoice) {
        Amounts amounts = invoice.amounts();
        Party seller = invoice.seller();
        csv.row(
                invoice.number(),
                invoice.kind(),
                invoice.issuedOn(),
                invoice.period(),
                invoice.partnerId(),
                invoice.statementId(),
                seller.name(),
                seller.country(),
                seller.vatId(),
                invoice.vat().rule(),
                signed(invoice, amounts.net()),
                amounts.vatRate(),
                signed(invoice, amounts.vat()),
                signed(invoice, amounts.gross()),
                amounts.withholdingRate(),
                signed(invoice, amounts.withheld()),
                signed(invoice, amounts.payable()),
                invoice.currency().getCode(),
                invoice.corrects(),
                invoice.suppliedIn());
    }

    private static Money signed(Invoice invoice, Money amount) {
        return invoice.kind() == InvoiceKind.CREDIT_NOTE ? amount.negated() : amount;
    }
}
