package io.entente.commission.payouts.mongo;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.OutcomeCorrections;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.lists.ListedPayout;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a payout. Days are text, so that no time zone moves them.
 *
 * @param reference the end-to-end id, by which bank reports name the payout; absent in documents from before 0.1.0
 * @param vat present only if VAT is paid or tax is withheld, as is {@code withheld}
 * @param corrections absent if there are none
 * @param waitingCorrection the payout's id again, present only while a correction waits
 * @param list absent until a payout of an earlier version is completed
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
        @Nullable MoneyJson vat,
        @Nullable MoneyJson withheld,
        FrozenPayee payee,
        Payout.State state,
        Instant plannedAt,
        @Nullable String paidOn,
        @Nullable OutcomeDocument settling,
        @Nullable Instant settlingSince,
        @Nullable String note,
        @Nullable String reference,
        @Nullable List<CorrectionDocument> corrections,
        @Nullable String waitingCorrection,
        @Nullable ListEntry list,
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

    record CorrectionDocument(
            String id,
            OutcomeDocument from,
            OutcomeDocument to,
            String reason,
            String askedBy,
            Instant askedAt,
            OutcomeCorrection.Status status,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {

        static @Nullable List<CorrectionDocument> of(OutcomeCorrections corrections) {
            return corrections.all().isEmpty()
                    ? null
                    : corrections.all().stream().map(CorrectionDocument::of).toList();
        }

        private static CorrectionDocument of(OutcomeCorrection correction) {
            return new CorrectionDocument(
                    correction.id(),
                    Objects.requireNonNull(OutcomeDocument.of(correction.from())),
                    Objects.requireNonNull(OutcomeDocument.of(correction.to())),
                    correction.reason(),
                    correction.askedBy(),
                    correction.askedAt(),
                    correction.status(),
                    correction.decidedBy(),
                    correction.decidedAt(),
                    correction.note());
        }

        OutcomeCorrection toCorrection() {
            return new OutcomeCorrection(
                    id, from.toOutcome(), to.toOutcome(), reason, askedBy, askedAt, status, decidedBy, decidedAt, note);
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
                payout.allocation().tax().isNone()
                        ? null
                        : MoneyJson.of(payout.allocation().tax().vat()),
                payout.allocation().tax().isNone()
                        ? null
                        : MoneyJson.of(payout.allocation().tax().withheld()),
                FrozenPayee.of(payout.payee()),
                payout.state(),
                payout.plannedAt(),
                text(payout.paidOn()),
                OutcomeDocument.of(payout.settling()),
                payout.isSettling() ? now : null,
                payout.note(),
                payout.id().endToEndId(),
                CorrectionDocument.of(payout.corrections()),
                payout.corrections().waiting().isPresent() ? payout.id().value() : null,
                ListedPayout.of(payout),
                outbox);
    }

    Payout toPayout() {
        PartnerId partner = new PartnerId(partnerId);
        return new Payout(
                new PayoutId(id),
                batchId,
                partner,
                allocation(),
                payee.toPayee(partner),
                state,
                plannedAt,
                day(paidOn),
                settling == null ? null : settling.toOutcome(),
                note,
                corrections == null
                        ? OutcomeCorrections.none()
                        : new OutcomeCorrections(corrections.stream()
                                .map(CorrectionDocument::toCorrection)
                                .toList()),
                version,
                sequence);
    }

    private Allocation allocation() {
        return vat == null || withheld == null
                ? new Allocation(gross.toMoney(), netted.toMoney(), commissions)
                : new Allocation(
                        gross.toMoney(),
                        netted.toMoney(),
                        commissions,
                        new PayoutTax(vat.toMoney(), withheld.toMoney()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
