package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.InvoiceNumber;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.invoices.lists.ListedInvoice;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an invoice. Amounts and days are text.
 *
 * @param id the number, which makes it unique
 * @param statementId unique together with {@code corrects}
 * @param list absent until an invoice of an earlier version is completed
 * @param suppliedIn absent if it is the same as {@code period}
 */
record InvoiceDocument(
        @Id String id,
        InvoiceKind kind,
        String statementId,
        String partnerId,
        String period,
        @Nullable String suppliedIn,
        String issuedOn,
        Instant issuedAt,
        String locale,
        Party seller,
        Party buyer,
        String description,
        VatDocument vat,
        AmountsDocument amounts,
        List<String> notes,
        @Nullable String corrects,
        long taxProfileVersion,
        long policyVersion,
        String xml,
        @Nullable ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    record VatDocument(VatRule rule, String rate, @Nullable String law) {}

    record AmountsDocument(
            String currency,
            String net,
            String vat,
            String gross,
            String withholdingRate,
            String withheld,
            String payable) {

        static AmountsDocument of(Amounts amounts) {
            return new AmountsDocument(
                    amounts.net().getCurrencyUnit().getCode(),
                    text(amounts.net()),
                    text(amounts.vat()),
                    text(amounts.gross()),
                    amounts.withholdingRate().toPlainString(),
                    text(amounts.withheld()),
                    text(amounts.payable()));
        }

        Amounts toAmounts(BigDecimal vatRate) {
            return new Amounts(
                    money(net),
                    vatRate,
                    money(vat),
                    money(gross),
                    new BigDecimal(withholdingRate),
                    money(withheld),
                    money(payable));
        }

        private static String text(Money money) {
            return money.getAmount().toPlainString();
        }

        private Money money(String amount) {
            return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
        }
    }

    /** An invoice never changes. */
    @Override
    public long version() {
        return 1;
    }

    static InvoiceDocument of(IssuedInvoice issued, @Nullable Outbox outbox) {
        Invoice invoice = issued.invoice();
        VatTreatment vat = invoice.vat();
        return new InvoiceDocument(
                invoice.number().toString(),
                invoice.kind(),
                invoice.statementId().value(),
                invoice.partnerId().value(),
                invoice.period().toString(),
                invoice.suppliedIn().equals(invoice.period())
                        ? null
                        : invoice.suppliedIn().toString(),
                invoice.issuedOn().toString(),
                invoice.issuedAt(),
                invoice.locale().toLanguageTag(),
                invoice.seller(),
                invoice.buyer(),
                invoice.description(),
                new VatDocument(vat.rule(), vat.rate().toPlainString(), vat.law()),
                AmountsDocument.of(invoice.amounts()),
                invoice.notes(),
                invoice.corrects(),
                invoice.taxProfileVersion(),
                invoice.policyVersion(),
                issued.xml(),
                ListedInvoice.of(invoice),
                outbox);
    }

    IssuedInvoice toIssued() {
        return new IssuedInvoice(toInvoice(), xml);
    }

    Invoice toInvoice() {
        BigDecimal rate = new BigDecimal(vat.rate());
        return new Invoice(
                InvoiceNumber.parse(id),
                kind,
                new StatementId(statementId),
                new PartnerId(partnerId),
                Quarter.parse(period).orElseThrow(),
                Quarter.parse(suppliedIn == null ? period : suppliedIn).orElseThrow(),
                LocalDate.parse(issuedOn),
                issuedAt,
                Locale.forLanguageTag(locale),
                seller,
                buyer,
                description,
                new VatTreatment(vat.rule(), rate, vat.law()),
                amounts.toAmounts(rate),
                notes,
                corrects,
                taxProfileVersion,
                policyVersion);
    }
}
