package io.entente.commission.invoices;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.invoices.byhand.HandInvoice;
import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/**
 * Taxes payouts as the invoices to the same partner, if the invoice policy says so. Commission has the terms of the invoice of its quarter,
 * which the program issued or a person wrote by hand. If this quarter is not invoiced yet, it has the terms that the invoice would have,
 * or, if they are unknown, those of the payout's day. If the program can't determine these either, the last invoice that was written by
 * hand says them.
 */
public final class InvoicedTaxes implements PayoutTaxes {

    private final PolicyVersions<InvoicePolicy> policies;
    private final DetermineTax determineTax;
    private final Invoices invoices;
    private final HandInvoices byHand;
    private final ZoneId zone;

    /** @param zone of the program, in which its quarters begin and end */
    public InvoicedTaxes(
            PolicyVersions<InvoicePolicy> policies,
            DetermineTax determineTax,
            Invoices invoices,
            HandInvoices byHand,
            ZoneId zone) {
        this.policies = policies;
        this.determineTax = determineTax;
        this.invoices = invoices;
        this.byHand = byHand;
        this.zone = zone;
    }

    @Override
    public Decision<PortionTaxes> of(PartnerId partner, CurrencyUnit currency, LocalDate day) {
        InvoicePolicy policy = policies.on(day);
        if (!policy.paysTax()) {
            return Decision.allowed(TaxTerms.NONE);
        }
        Decision<TaxTerms> onThisDay = terms(partner, currency, policy, day, day);
        if (!onThisDay.isAllowed()) {
            onThisDay = byHand.last(partner, currency)
                    .map(invoice -> Decision.allowed(stated(invoice)))
                    .orElse(onThisDay);
        }
        return onThisDay.map(today -> new ByQuarter(partner, currency, policy, day, today, new HashMap<>()));
    }

    private Decision<TaxTerms> terms(
            PartnerId partner, CurrencyUnit currency, InvoicePolicy policy, LocalDate taxedOn, LocalDate today) {
        return determineTax
                .of(partner, currency, policy, taxedOn, today)
                .map(tax -> new TaxTerms(
                        tax.vat().rate(),
                        tax.profile().withholdingRate(),
                        tax.vat().rule().name()));
    }

    private final class ByQuarter implements PortionTaxes {

        private final PartnerId partner;
        private final CurrencyUnit currency;
        private final InvoicePolicy policy;
        private final LocalDate day;
        private final TaxTerms today;
        private final Map<Quarter, TaxTerms> known;

        ByQuarter(
                PartnerId partner,
                CurrencyUnit currency,
                InvoicePolicy policy,
                LocalDate day,
                TaxTerms today,
                Map<Quarter, TaxTerms> known) {
            this.partner = partner;
            this.currency = currency;
            this.policy = policy;
            this.day = day;
            this.today = today;
            this.known = known;
        }

        @Override
        public TaxTerms of(Instant earnedAt) {
            return known.computeIfAbsent(Quarter.of(earnedAt, zone), this::of);
        }

        private TaxTerms of(Quarter quarter) {
            return invoices.ofStatement(StatementId.of(partner, currency, quarter))
                    .map(InvoicedTaxes::stated)
                    .or(() -> byHand.find(StatementId.of(partner, currency, quarter))
                            .map(InvoicedTaxes::stated))
                    .or(() -> terms(partner, currency, policy, quarter.endsOn(), day)
                            .toOptional())
                    .orElse(today);
        }
    }

    private static TaxTerms stated(HandInvoice invoice) {
        return new TaxTerms(invoice.vatRate(), invoice.withholdingRate(), "INVOICED_BY_HAND");
    }

    private static TaxTerms stated(Invoice invoice) {
        return new TaxTerms(
                invoice.vat().rate(),
                invoice.amounts().withholdingRate(),
                invoice.vat().rule().name());
    }
}
