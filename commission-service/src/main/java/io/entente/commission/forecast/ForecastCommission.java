package io.entente.commission.forecast;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Portion;
import io.entente.commission.forecast.Figure.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.rules.Amounts;
import io.entente.platform.domain.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Says when the accrued parts of a commission are expected to be payable. */
record ForecastCommission(ForecastPolicy policy, PlanBook book, LocalDate today) {

    List<Figure> of(Commission commission) {
        List<Figure> figures = new ArrayList<>();
        Money rest = accrued(commission);
        for (Portion portion : commission.portions()) {
            if (portion.state() == Portion.State.PENDING) {
                rest = rest.minus(portion.amount());
                figures.add(scheduled(commission, portion));
            }
        }
        if (rest.isPositive()) {
            figures.add(unscheduled(commission, rest));
        }
        return figures;
    }

    /** What is earned and not payable yet. */
    static Money accrued(Commission commission) {
        return Objects.requireNonNull(commission.accounts().get(Account.ACCRUED), "accrued");
    }

    private Figure scheduled(Commission commission, Portion portion) {
        String step = commission.isHeld()
                ? "Portion %d of commission %s was due on %s without the hold."
                : "Portion %d of commission %s is payable on %s.";
        boolean late = portion.dueOn().isBefore(today);
        return figure(
                commission,
                portion.amount(),
                late ? today : portion.dueOn(),
                List.of(step.formatted(portion.number(), commission.id(), portion.dueOn())
                        + (late && !commission.isHeld() ? " That day has passed, so today counts." : "")));
    }

    private Figure unscheduled(Commission commission, Money amount) {
        List<String> steps = new ArrayList<>();
        steps.add("%s of commission %s is earned, and what makes it payable has not happened yet."
                .formatted(Amounts.text(amount), commission.id()));
        return figure(commission, amount, commission.isHeld() ? null : expected(commission, steps), steps);
    }

    private @Nullable LocalDate expected(Commission commission, List<String> steps) {
        if (commission.terms().trigger() != Trigger.CLIENT_PAYMENT) {
            steps.add("It waits for its trigger %s, whose day is not known."
                    .formatted(commission.terms().trigger()));
            return null;
        }
        LocalDate paid = commission.deal().closedOn().plusDays(policy.clientPaysAfterDays());
        LocalDate pays = paid.isBefore(today) ? today : paid;
        int waits = commission.terms().netDays() + commission.terms().holdDays();
        LocalDate on = pays.plusDays(waits);
        steps.add(
                "The client is expected to pay on %s (%s after the closing on %s, but not before today), and the plan pays %s later: %s."
                        .formatted(
                                pays,
                                Quantity.of(policy.clientPaysAfterDays(), "day"),
                                commission.deal().closedOn(),
                                Quantity.of(waits, "day"),
                                on));
        return on;
    }

    private Figure figure(Commission commission, Money amount, @Nullable LocalDate on, List<String> steps) {
        List<String> all = new ArrayList<>(steps);
        if (commission.isHeld()) {
            all.add("The commission is on hold, so nothing says when it is payable: %s"
                    .formatted(commission.holds().stream().map(Hold::reason).collect(Collectors.joining("; "))));
        }
        return new Figure(
                Kind.COMMISSION,
                commission.id().value(),
                commission.deal().client().organisation(),
                amount,
                amount,
                null,
                null,
                null,
                commission.plan(),
                book.version(commission.plan()).map(plan -> plan.rule().code()).orElse(null),
                commission.isHeld() ? null : on,
                all);
    }
}
