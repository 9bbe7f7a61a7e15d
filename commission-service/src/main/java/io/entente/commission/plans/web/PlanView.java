package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.web.PlanParts.AppliesTo;
import io.entente.commission.plans.web.PlanParts.CapJson;
import io.entente.commission.plans.web.PlanParts.CountingJson;
import io.entente.commission.plans.web.PlanParts.TermJson;
import io.entente.commission.plans.web.PlanParts.TriggerJson;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan as the API shows it.
 *
 * @param version absent for a next version that waits for a second person, because it gets its number with the approval
 * @param proposalId the proposal that brought it into the program
 * @param author who proposed it; absent if the request named nobody
 * @param approvedBy the second person, if it needed one
 * @param waitsBecause why it waits for a second person; absent if it doesn't wait
 * @param noticeDays the notice period of the program when the version was proposed
 * @param noticeReason why it begins before the notice period has passed; absent if it doesn't
 */
record PlanView(
        String code,
        @Nullable Long version,
        String name,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        AppliesTo appliesTo,
        RuleView rule,
        TermJson term,
        TriggerJson trigger,
        @Nullable CapJson cap,
        @Nullable MoneyJson floor,
        int holdDays,
        @Nullable CountingJson tierCounting,
        @Nullable String proposalId,
        @Nullable String author,
        @Nullable String approvedBy,
        @Nullable List<String> waitsBecause,
        @Nullable Integer noticeDays,
        @Nullable String noticeReason) {

    private static final String NOBODY = "system";

    /** A version in the book. */
    static PlanView of(CommissionPlan plan, PlanRegister register) {
        return of(plan, register.originOf(plan.ref()).orElse(null));
    }

    /** A version that is proposed. */
    static PlanView of(PlanProposal proposal) {
        return of(proposal.plan(), proposal);
    }

    /** A new plan that takes no partner from another one early has nothing to say about its notice. */
    private static @Nullable Notice notice(@Nullable PlanProposal origin) {
        Notice given = origin == null ? null : origin.notice();
        boolean isSilent = origin != null && origin.kind() == Kind.PLAN && given != null && given.reason() == null;
        return isSilent ? null : given;
    }

    private static PlanView of(CommissionPlan plan, @Nullable PlanProposal origin) {
        Money perDeal = plan.limits().perDeal();
        Money perYear = plan.limits().perYear();
        Notice notice = notice(origin);
        return new PlanView(
                plan.code(),
                isNumbered(origin) ? plan.version() : null,
                plan.name(),
                plan.period().from(),
                plan.period().to(),
                AppliesTo.of(plan.appliesTo()),
                RuleView.of(plan.rule()),
                new TermJson(plan.term()),
                new TriggerJson(plan.terms().trigger(), plan.terms().netDays()),
                perDeal == null && perYear == null ? null : new CapJson(json(perDeal), json(perYear)),
                json(plan.limits().floor()),
                plan.terms().holdDays(),
                CountingJson.of(plan.counting()),
                origin == null ? null : origin.id(),
                origin == null || origin.author().equals(NOBODY) ? null : origin.author(),
                origin == null || origin.decision() == null
                        ? null
                        : origin.decision().by(),
                origin != null && origin.isWaiting() ? origin.because() : null,
                notice == null ? null : notice.days(),
                notice == null ? null : notice.reason());
    }

    private static boolean isNumbered(@Nullable PlanProposal origin) {
        return origin == null || origin.kind() != PlanProposal.Kind.VERSION || !origin.isWaiting();
    }

    private static @Nullable MoneyJson json(@Nullable Money money) {
        return money == null ? null : MoneyJson.of(money);
    }
}
