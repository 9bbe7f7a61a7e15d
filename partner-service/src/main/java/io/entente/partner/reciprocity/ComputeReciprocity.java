package io.entente.partner.reciprocity;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.performance.PerformanceListener;
import io.entente.partner.reciprocity.ReciprocityBalance.OpenReferral;
import io.entente.partner.scorecards.DealSum;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Computes the balance of a partner whose facts have changed, from its scorecards of years and from the referrals that are open. So it costs
 * what is open, however long the history is.
 */
public final class ComputeReciprocity implements PerformanceListener {

    private final PartnerFacts facts;
    private final Scorecards scorecards;
    private final ReciprocityBalances balances;
    private final PolicyVersions<ReciprocityPolicy> policies;

    public ComputeReciprocity(
            PartnerFacts facts,
            Scorecards scorecards,
            ReciprocityBalances balances,
            PolicyVersions<ReciprocityPolicy> policies) {
        this.facts = facts;
        this.scorecards = scorecards;
        this.balances = balances;
        this.policies = policies;
    }

    @Override
    public void changed(String partnerId, Set<YearMonth> months) {
        balances.compute(partnerId, () -> balance(partnerId));
    }

    private ReciprocityBalance balance(String partnerId) {
        PartnerFigures all = scorecards.years(partnerId).stream()
                .map(Scorecard::figures)
                .reduce(PartnerFigures.NONE, PartnerFigures::plus);
        int sent = all.sent().counted();
        int received = all.received().counted();
        return new ReciprocityBalance(
                partnerId, sent, received, sums(all.revenue()), sums(all.given()), open(partnerId, sent - received));
    }

    private List<OpenReferral> open(String partnerId, int balance) {
        int count = Math.min(Math.abs(balance), ReciprocityBalance.MAX_OPEN);
        if (count == 0) {
            return List.of();
        }
        Flow ahead = balance > 0 ? Flow.TO_FIRM : Flow.TO_PARTNER;
        List<OpenReferral> open = new ArrayList<>();
        for (PartnerFact referral : facts.latestReferrals(partnerId, ahead, count)) {
            LocalDate day = referral.day();
            open.add(new OpenReferral(
                    String.valueOf(referral.referralId()), day, policies.on(day).dueOn(day)));
        }
        Collections.reverse(open);
        return open;
    }

    private static Map<String, Money> sums(Map<String, DealSum> deals) {
        return deals.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .sum()));
    }
}
