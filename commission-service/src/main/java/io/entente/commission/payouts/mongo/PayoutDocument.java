package io.entente.commission.payouts.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a payout. Days are text, so that no time zone moves them.
 *
 * @param reference the end-to-end id, by which bank reports name the payout; absent in documents from before 0.1.0
 * @param settlingSince present only while an outcome is being settled
 */
record PayoutDocument(
        @Id String id,
        long version,
        long sequence,
        String batchId,
        String partnerId,
        MoneyJson gross,
        MoneyJson netted,
        int commissions,
        FrozenPayee payee,
        Payout.State state,
        Instant plannedAt,
        @Nullable String paidOn,
        @Nullable OutcomeDocument settling,
        @Nullable Instant settlingSince,
        @Nullable String note,
        @Nullable String reference,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    record OutcomeDocument(PayoutOutcome.Kind kind, @Nullable String on, @Nullable String reason, String actor) {

        static @Nullable OutcomeDocument of(@Nullable PayoutOutcome outcome) {
            return outcome == null
                    ? null
                    : new OutcomeDocument(outcome.kind(), text(outcome.on()), outcome.reason(), outcome.actor());
        }

        PayoutOutcome toOutcome() {
            return new PayoutOutcome(kind, day(on), reason, actor);
        }
    }

    /** The payment details of the payout. */
    record FrozenPayee(
            String holder,
            BankAccount account,
            String country,
            @Nullable PostalAddress address,
            String currency,
            TaxForm.@Nullable Type taxForm,
            @Nullable String taxFormReceivedOn,
            @Nullable String taxId,
            long version) {

        static FrozenPayee of(Payee payee) {
            TaxForm form = payee.taxForm();
            return new FrozenPayee(
                    payee.holder(),
                    payee.account(),
                    payee.country(),
                    payee.address(),
                    payee.currency().getCode(),
                    form == null ? null : form.type(),
                    form == null ? null : form.receivedOn().toString(),
                    payee.taxId(),
                    payee.version());
        }

        Payee toPayee(PartnerId partner) {
            LocalDate received = day(taxFormReceivedOn);
            return new Payee(
                    partner,
                    holder,
                    account,
                    country,
                    address,
                    CurrencyUnit.of(currency),
                    taxForm == null || received == null ? null : new TaxForm(taxForm, received),
                    taxId,
                    null,
                    version);
        }
    }

    static PayoutDocument of(Payout payout, Instant now, @Nullable Outbox outbox) {
        return new PayoutDocument(
                payout.id().value(),
                payout.version(),
                payout.sequence(),
                payout.batchId(),
                payout.partnerId().value(),
                MoneyJson.of(payout.allocation().gross()),
                MoneyJson.of(payout.allocation().netted()),
                payout.allocation().commissions(),
                FrozenPayee.of(payout.payee()),
                payout.state(),
                payout.plannedAt(),
                text(payout.paidOn()),
                OutcomeDocument.of(payout.settling()),
                payout.isSettling() ? now : null,
                payout.note(),
                payout.id().endToEndId(),
                outbox);
    }

    Payout toPayout() {
        PartnerId partner = new PartnerId(partnerId);
        return new Payout(
                new PayoutId(id),
                batchId,
                partner,
                new Allocation(gross.toMoney(), netted.toMoney(), commissions),
                payee.toPayee(partner),
                state,
                plannedAt,
                day(paidOn),
                settling == null ? null : settling.toOutcome(),
                note,
                version,
                sequence);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
