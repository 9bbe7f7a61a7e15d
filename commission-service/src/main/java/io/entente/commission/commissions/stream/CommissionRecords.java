package io.entente.commission.commissions.stream;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.amounts.Price;
import io.entente.commission.commissions.amounts.Price.Kind;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionEvents;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the events of commissions on {@code commission.events}. Their shapes are defined in {@code contracts}. */
@Component
public class CommissionRecords implements TransactionEvents {

    /** The sequence of an accrual, which is the first event of a commission. */
    private static final long FIRST = 1;

    @Override
    public List<Event> of(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Movement movement) {
            return movement.kind().isTold()
                    ? List.of(event(
                            typeOf(movement.kind()),
                            movement.after(),
                            LifeJson.of(transaction.id(), transaction.recordedAt(), movement)))
                    : List.of();
        }
        if (!(transaction.entry() instanceof Posting posting)) {
            return List.of();
        }
        Event first = ofDeal(transaction);
        Commission opening = posting.opening();
        return opening == null || !opening.isHeld()
                ? List.of(first)
                : List.of(first, event(typeOf(TransactionKind.HELD), opening, LifeJson.held(transaction, opening)));
    }

    private static String typeOf(TransactionKind kind) {
        return switch (kind) {
            case RELEASED, HOLD_LIFTED -> "commission.commission-released.v1";
            case HELD -> "commission.commission-held.v1";
            case ADJUSTED -> "commission.commission-adjusted.v1";
            case CLAWED_BACK -> "commission.commission-clawed-back.v1";
            case VOIDED -> "commission.commission-voided.v1";
            default -> throw new IllegalArgumentException("No event is defined for a transaction of kind " + kind);
        };
    }

    private static Event event(String type, Commission commission, Object payload) {
        return new Event(type, commission.id().value(), commission.sequence(), payload);
    }

    private static Event ofDeal(LedgerTransaction transaction) {
        if (Posting.of(transaction).outcome() instanceof Earned earned) {
            return first("commission.commission-accrued.v1", transaction, AccruedJson.of(transaction, earned));
        }
        NothingDue nothing = (NothingDue) Posting.of(transaction).outcome();
        return first("commission.no-commission-due.v1", transaction, NothingDueJson.of(transaction, nothing));
    }

    private static Event first(String type, LedgerTransaction transaction, Object payload) {
        return new Event(type, CommissionId.of(Posting.of(transaction).deal()).value(), FIRST, payload);
    }

    /** {@code commission.commission-accrued.v1}. */
    record AccruedJson(
            String commissionId,
            String dealId,
            String referralId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            MoneyJson amount,
            PlanRef plan,
            String rule,
            @Nullable String rate,
            @Nullable PaymentJson payment,
            @Nullable MoneyJson kept,
            @Nullable MoneyJson earnedBefore,
            @Nullable List<RatedJson> rates,
            @Nullable MoneyJson floor,
            @Nullable MoneyJson capPerDeal,
            @Nullable MoneyJson capPerYear,
            String share,
            List<String> explanation,
            String ledgerTransactionId,
            Trigger trigger,
            LocalDate closedOn,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static AccruedJson of(LedgerTransaction transaction, Earned earned) {
            CreditedDeal deal = Posting.of(transaction).deal();
            Price price = Price.of(deal, earned);
            return new AccruedJson(
                    CommissionId.of(deal).value(),
                    deal.dealId(),
                    deal.referralId(),
                    deal.partnerId().value(),
                    deal.client(),
                    MoneyJson.of(deal.amount()),
                    MoneyJson.of(earned.amount()),
                    earned.plan(),
                    earned.rule(),
                    earned.rate() == null ? null : earned.rate().toString(),
                    PaymentJson.of(deal.payment()),
                    price.onRetainer() ? MoneyJson.of(price.of()) : null,
                    amount(price, Kind.LESS_BEFORE, "commissionBefore"),
                    RatedJson.of(price),
                    amount(price, Kind.FLOOR, "result"),
                    amount(price, Kind.CAP_PER_DEAL, "result"),
                    amount(price, Kind.CAP_PER_YEAR, "cap"),
                    deal.share().toString(),
                    earned.explanation(),
                    transaction.id().toString(),
                    earned.trigger(),
                    deal.closedOn(),
                    transaction.recordedAt(),
                    Actor.SYSTEM.value(),
                    deal.origin());
        }

        private static @Nullable MoneyJson amount(Price price, Kind kind, String figure) {
            return price.limit(kind)
                    .map(limit -> MoneyJson.of(limit.amount(figure)))
                    .orElse(null);
        }
    }

    /** A client's payment on a retainer. */
    record PaymentJson(String id, MoneyJson amount, LocalDate paidOn) {

        static @Nullable PaymentJson of(@Nullable RetainerPayment payment) {
            return payment == null
                    ? null
                    : new PaymentJson(payment.paymentId(), MoneyJson.of(payment.amount()), payment.paidOn());
        }
    }

    /** A rate and the amount that it applies to. */
    record RatedJson(String rate, MoneyJson of) {

        /** Returns the rates if there are several. */
        static @Nullable List<RatedJson> of(Price price) {
            return price.parts().size() < 2
                    ? null
                    : price.parts().stream()
                            .map(part -> new RatedJson(part.rate().toString(), MoneyJson.of(part.of())))
                            .toList();
        }
    }

    /** {@code commission.no-commission-due.v1}. */
    record NothingDueJson(
            String commissionId,
            String dealId,
            String referralId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            Reason reason,
            @Nullable PaymentJson payment,
            @Nullable Engagement engagement,
            List<String> explanation,
            String ledgerTransactionId,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static NothingDueJson of(LedgerTransaction transaction, NothingDue nothing) {
            CreditedDeal deal = Posting.of(transaction).deal();
            return new NothingDueJson(
                    CommissionId.of(deal).value(),
                    deal.dealId(),
                    deal.referralId(),
                    deal.partnerId().value(),
                    deal.client(),
                    MoneyJson.of(deal.amount()),
                    nothing.reason(),
                    PaymentJson.of(deal.payment()),
                    deal.payment() == null ? null : deal.engagement(),
                    nothing.explanation(),
                    transaction.id().toString(),
                    transaction.recordedAt(),
                    Actor.SYSTEM.value(),
                    deal.origin());
        }
    }
}
