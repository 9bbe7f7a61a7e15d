package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.commission.statements.Quarter;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the invoices of a quarter as CSV. Credit notes have negative amounts, so that a column's sum is the total. */
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
    public static void write(Invoices invoices, Quarter period, Appendable out) {
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        String after = null;
        boolean more = true;
        while (more) {
            Page<Invoice> page = invoices.list(null, period, new PageRequest(PageRequest.MAX_LIMIT, after));
            page.items().forEach(invoice -> row(csv, invoice));
            more = page.next() != null;
            after = more ? last(page.items()) : null;
        }
        csv.flush();
    }

    private static @Nullable String last(List<Invoice> items) {
        return items.get(items.size() - 1).number().toString();
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
