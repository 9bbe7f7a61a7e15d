package io.entente.commission.bankreports;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.SettlePayout;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Finds the payout of one item and sets its outcome. Whatever doesn't fit is left to a person, and the payout stays as it is.
 * Repeating it changes nothing.
 */
public final class MatchPayment {

    private final Payouts payouts;
    private final SettlePayout settle;
    private final OutcomeDates dates;

    public MatchPayment(Payouts payouts, SettlePayout settle, OutcomeDates dates) {
        this.payouts = payouts;
        this.settle = settle;
        this.dates = dates;
    }

    /** @param actor who brought the report; the outcome is in this person's name */
    ReportItem match(ReportItem item, String actor) {
        ReportedPayment payment = item.payment();
        if (payment.meaning() == Meaning.NOT_FINAL) {
            return item.matched(
                    ItemResult.NOT_FINAL, "Status %s isn't final.".formatted(payment.status()), item.payoutId());
        }
        if (payment.meaning() == Meaning.UNCLEAR) {
            String why = payment.info() == null ? "" : " " + payment.info();
            return item.matched(
                    ItemResult.UNCLEAR, "A person has to interpret %s.%s".formatted(payment.status(), why), null);
        }
        String reference = payment.reference();
        if (reference == null) {
            return item.matched(ItemResult.NO_REFERENCE, "It names no payment.", null);
        }
        Optional<Payout> payout = payment.scope() == ReportedPayment.Scope.PAYMENT
                ? payouts.findByEndToEndId(reference)
                : Optional.empty();
        return payout.map(found -> matched(item, found, actor)).orElseGet(() -> unknown(item, reference));
    }

    private static ReportItem unknown(ReportItem item, String reference) {
        ReportedPayment payment = item.payment();
        if (payment.meaning() == Meaning.CREDITED) {
            return item.matched(ItemResult.NO_REFERENCE, "Money of somebody else: it names no payout.", null);
        }
        if (!OwnReferences.has(payment.scope(), reference)) {
            return item.matched(
                    ItemResult.OTHER_PAYER,
                    "A payment of somebody else: the program gives no references like %s.".formatted(reference),
                    null);
        }
        return item.matched(
                ItemResult.UNKNOWN_REFERENCE,
                payment.scope() == ReportedPayment.Scope.PAYMENT
                        ? "No payout has the end-to-end id %s.".formatted(reference)
                        : "No batch has the id %s.".formatted(reference),
                null);
    }

    private ReportItem matched(ReportItem item, Payout payout, String actor) {
        String id = payout.id().value();
        Optional<ReportItem> wrongAmount = wrongAmount(item, payout.amount(), id);
        if (wrongAmount.isPresent()) {
            return wrongAmount.get();
        }
        PayoutOutcome.Kind kind = kind(item.payment().meaning());
        if (has(payout, kind)) {
            return item.matched(
                    ItemResult.CONFIRMED, "The payout was reported as %s before.".formatted(payout.state()), id);
        }
        if (!payout.isHandedOver()) {
            return item.matched(
                    ItemResult.NOT_SENT, "The payout is %s and was not sent.".formatted(payout.state()), id);
        }
        if (kind == PayoutOutcome.Kind.RETURNED && isUnderway(payout)) {
            return item.matched(
                    ItemResult.NOT_PAID,
                    "The payout is %s. Report it as paid first, and then apply the report again."
                            .formatted(payout.state()),
                    id);
        }
        return settle(item, payout, kind, actor);
    }

    private ReportItem settle(ReportItem item, Payout payout, PayoutOutcome.Kind kind, String actor) {
        ReportedPayment payment = item.payment();
        String id = payout.id().value();
        String reason = ReasonTexts.of(payment.reasonCode());
        if (kind == PayoutOutcome.Kind.FAILED) {
            return settled(item, payout, PayoutOutcome.failed(reason, actor));
        }
        List<LocalDate> days = Stream.of(payment.valueOn(), payment.bookedOn())
                .filter(Objects::nonNull)
                .map(day -> Objects.requireNonNull(day))
                .toList();
        Predicate<LocalDate> possible = day -> dates.problem(payout, day).isEmpty();
        Optional<LocalDate> on = days.stream().filter(possible).findFirst().or(() -> days.stream()
                .filter(day -> dates.isPossibleElsewhere(payout, day))
                .findFirst());
        if (on.isEmpty()) {
            String why = days.isEmpty()
                    ? "is missing"
                    : dates.problem(payout, days.get(0)).orElseThrow();
            return item.matched(ItemResult.DATE_REFUSED, "The value date %s.".formatted(why), id);
        }
        return settled(
                item,
                payout,
                kind == PayoutOutcome.Kind.PAID
                        ? PayoutOutcome.paid(on.get(), actor)
                        : PayoutOutcome.returned(on.get(), reason, actor));
    }

    private ReportItem settled(ReportItem item, Payout payout, PayoutOutcome outcome) {
        String id = payout.id().value();
        return settle.report(payout.id(), outcome)
                .fold(
                        done -> item.matched(
                                ItemResult.OUTCOME_SET, "The payout is %s now.".formatted(done.state()), id),
                        refusal -> item.matched(ItemResult.CONTRADICTS, refusal, id));
    }

    private static Optional<ReportItem> wrongAmount(ReportItem item, Money amount, String payoutId) {
        List<ReportedAmount> amounts = item.payment().amounts();
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReportedAmount> comparable =
                amounts.stream().filter(stated -> stated.isInCurrencyOf(amount)).findFirst();
        if (comparable.isEmpty()) {
            return Optional.of(item.matched(
                    ItemResult.CURRENCY_DIFFERS,
                    "The report says %s, and the payout is %s.".formatted(amounts.get(0), amount),
                    payoutId));
        }
        return comparable
                .filter(stated -> !stated.isSame(amount))
                .map(stated -> item.matched(
                        ItemResult.AMOUNT_DIFFERS,
                        "The report says %s, and the payout is %s.".formatted(stated, amount),
                        payoutId));
    }

    private static PayoutOutcome.Kind kind(Meaning meaning) {
        return switch (meaning) {
            case PAID -> PayoutOutcome.Kind.PAID;
            case FAILED -> PayoutOutcome.Kind.FAILED;
            case RETURNED, CREDITED -> PayoutOutcome.Kind.RETURNED;
            case NOT_FINAL, UNCLEAR -> throw new IllegalArgumentException(meaning + " is no outcome");
        };
    }

    /** A payout that was returned had been paid before, so a late report of its payment is nothing new. */
    private static boolean has(Payout payout, PayoutOutcome.Kind kind) {
        return payout.state().name().equals(kind.name())
                || (kind == PayoutOutcome.Kind.PAID && payout.state() == Payout.State.RETURNED);
    }

    private static boolean isUnderway(Payout payout) {
        return payout.state() == Payout.State.SUBMITTED || payout.state() == Payout.State.RECONCILE_REQUIRED;
    }
}
