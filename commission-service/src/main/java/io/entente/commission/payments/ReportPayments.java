package io.entente.commission.payments;

import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.DealFiles.Filed;
import io.entente.commission.payments.Reported.Conflict;
import io.entente.commission.payments.Reported.Invalid;
import io.entente.commission.payments.Reported.Recorded;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.platform.domain.FieldError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records payments, refunds and credit notes. The money that the firm keeps can't fall below zero: a refund is at most
 * what was paid so far, unless it is a credit note that lowers the deal. A payment may arrive before its deal. It is
 * then listed as unmatched until the deal arrives.
 */
public final class ReportPayments {

    private final DealFiles files;
    private final CreditedDeals deals;
    private final SettleDeals settling;
    private final ReportDates dates;

    public ReportPayments(DealFiles files, CreditedDeals deals, SettleDeals settling, ReportDates dates) {
        this.files = files;
        this.deals = deals;
        this.settling = settling;
        this.dates = dates;
    }

    /**
     * Records a report once. Repeating it completes a settlement that a crash has interrupted, and so does
     * {@link FinishReports}.
     *
     * @param fields the names that the report uses for what can be wrong
     */
    public Reported report(DealFact fact, Fields fields) {
        PricedDeal deal = deals.ofDeal(fact.dealId()).stream()
                .findFirst()
                .map(credited -> credited.deal())
                .orElse(null);
        boolean known =
                files.find(fact.kind(), fact.id()).filter(fact::isSameAs).isPresent();
        Optional<FieldError> error = known ? Optional.empty() : error(fact, deal, fields);
        if (error.isPresent()) {
            return new Invalid(error.get());
        }
        FileRule rule = new FileRule(fact, deal);
        Instant unmatchedSince =
                deal == null ? dates.calendar().clock().instant().truncatedTo(ChronoUnit.MILLIS) : null;
        Filed filed = settling.record(fact, fact.kind() == Kind.PAYMENT ? null : rule, unmatchedSince);
        return switch (filed) {
            case NEW -> new Recorded(fact, true);
            case SAME -> new Recorded(fact, false);
            case OTHER ->
                new Invalid(new FieldError(
                        fields.id(), "was used before with another body; a new report needs a new name"));
            case REFUSED -> new Invalid(new FieldError("amount.amount", rule.refusal()));
            case FULL -> full(fact.dealId());
        };
    }

    /**
     * Takes back a report that was entered wrongly. It then counts as if it had never been made. Repeating this changes
     * nothing.
     *
     * @param kind of the reports that share the ids of this one
     * @return empty if there is no such report
     */
    public Optional<Reported> voidReport(Kind kind, String id, String reason, String actor) {
        return files.find(kind, id).map(fact -> {
            DealFact wanted = files.find(fact.kind().voided(), id)
                    .orElseGet(() -> fact.voided(dates.calendar().today(), reason, actor));
            FileRule rule = new FileRule(wanted, null);
            Filed filed = settling.record(wanted, rule, null);
            return switch (filed) {
                case NEW, SAME -> {
                    files.unlist(fact);
                    yield new Recorded(fact, filed == Filed.NEW);
                }
                // Somebody else has voided it in the meantime.
                case OTHER -> new Recorded(fact, false);
                case REFUSED -> new Conflict(rule.refusal());
                case FULL -> full(fact.dealId());
            };
        });
    }

    /**
     * Completes a report that a crash has interrupted, as if it were sent again. If it is not in its deal's file yet and
     * isn't permitted any more, nothing is left of it. Nobody was told that it was recorded.
     */
    void finish(DealFact fact) {
        PricedDeal deal = deals.ofDeal(fact.dealId()).stream()
                .findFirst()
                .map(credited -> credited.deal())
                .orElse(null);
        Filed filed = files.file(
                fact,
                fact.kind() == Kind.PAYMENT ? null : new FileRule(fact, deal),
                deal == null ? dates.calendar().clock().instant().truncatedTo(ChronoUnit.MILLIS) : null);
        if (filed == Filed.NEW || filed == Filed.SAME) {
            settling.complete(fact.dealId());
            if (fact.kind().isVoid()) {
                Kind kind = fact.kind() == Kind.PAYMENT_VOIDED ? Kind.PAYMENT : Kind.REFUND;
                files.find(kind, fact.id()).ifPresent(files::unlist);
            }
        }
        files.settled(fact);
    }

    private Optional<FieldError> error(DealFact fact, @Nullable PricedDeal deal, Fields fields) {
        Optional<FieldError> date = dates.refusal(fact.on(), deal == null ? null : deal.closedOn())
                .map(why -> new FieldError(fields.on(), why));
        if (date.isPresent() || deal == null) {
            return date;
        }
        if (!deal.basis().isSameCurrency(fact.amount())) {
            return Optional.of(new FieldError(
                    "amount.currency",
                    "must be the deal's currency, "
                            + deal.basis().getCurrencyUnit().getCode()));
        }
        return fact.kind() == Kind.CREDIT_NOTE && deal.retainer()
                ? Optional.of(new FieldError(
                        "creditNote",
                        "must be false for a retainer, which has no amount to lower; report a refund of what was paid"))
                : Optional.empty();
    }

    private static Conflict full(String dealId) {
        return new Conflict(
                "Deal %s already has %d payments, refunds and reversals, which is the most that a deal can have."
                        .formatted(dealId, DealFile.MAX_FACTS));
    }

    /** The names of fields of a report. */
    public record Fields(String id, String on) {}

    /** Decides whether a deal's file permits a fact, and keeps the reason if it doesn't. */
    private static final class FileRule implements Predicate<DealFile> {

        private final DealFact fact;
        private final @Nullable PricedDeal deal;
        private String refusal = "";

        FileRule(DealFact fact, @Nullable PricedDeal deal) {
            this.fact = fact;
            this.deal = deal;
        }

        String refusal() {
            return refusal;
        }

        @Override
        public boolean test(DealFile file) {
            refusal = switch (fact.kind()) {
                case REFUND -> ofRefund(file);
                case CREDIT_NOTE -> ofCreditNote(file);
                case PAYMENT_VOIDED -> ofVoidedPayment(file);
                case PAYMENT, REVERSAL, REFUND_VOIDED, CREDIT_NOTE_VOIDED -> "";
            };
            return refusal.isEmpty();
        }

        private String ofRefund(DealFile file) {
            Money left = file.paid(fact.amount().getCurrencyUnit())
                    .minus(file.refunded(fact.amount().getCurrencyUnit()));
            return fact.amount().isGreaterThan(left)
                    ? "must be at most %s, which the client has paid and not got back; a credit note that lowers the deal needs creditNote: true"
                            .formatted(Texts.money(left))
                    : "";
        }

        private String ofCreditNote(DealFile file) {
            if (deal == null) {
                return "";
            }
            Money left = deal.basis().minus(file.credited(fact.amount().getCurrencyUnit()));
            return fact.amount().isGreaterThan(left)
                    ? "must be at most %s, which is left of the deal after earlier credit notes"
                            .formatted(Texts.money(left))
                    : "";
        }

        private String ofVoidedPayment(DealFile file) {
            Money paid = file.paid(fact.amount().getCurrencyUnit()).minus(fact.amount());
            Money refunded = file.refunded(fact.amount().getCurrencyUnit());
            return refunded.isGreaterThan(paid)
                    ? "Without payment %s, the client would have paid %s but was refunded %s. Void these refunds first, or some of them: %s."
                            .formatted(
                                    fact.id(),
                                    Texts.money(paid),
                                    Texts.money(refunded),
                                    String.join(
                                            ", ",
                                            file.refunds(fact.amount().getCurrencyUnit()).stream()
                                                    .map(DealFact::id)
                                                    .toList()))
                    : "";
        }
    }
}
