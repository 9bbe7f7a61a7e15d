package io.entente.partner.agreements;

import io.entente.partner.agreements.plans.ComparePlans;
import io.entente.partner.agreements.plans.Contradiction;
import io.entente.partner.agreements.plans.KnownPlan;
import io.entente.partner.agreements.plans.KnownPlans;
import io.entente.partner.agreements.plans.KnownPlans.Comparison;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Compares all agreements with the commission plans after a plan has changed, and once a day, because plans and tiers begin and end with days.
 * Most comparisons change nothing.
 */
public final class CompareAgreements {

    private static final AgreementFilter ALL_LIVE = new AgreementFilter(
            null,
            Arrays.stream(AgreementStatus.values())
                    .filter(status -> !status.isOver())
                    .toList(),
            null,
            null,
            null,
            false,
            new SortOrder(AgreementFilter.DRAFTED, false));

    private final Agreements agreements;
    private final Partners partners;
    private final KnownPlans plans;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public CompareAgreements(Agreements agreements, Partners partners, KnownPlans plans, ZoneId zone, Clock clock) {
        this.agreements = agreements;
        this.partners = partners;
        this.plans = plans;
        this.zone = zone;
        this.clock = clock;
    }

    /** Compares whatever has to be compared. Several instances can run it at the same time. */
    public void run() {
        Instant changed = plans.changedAt();
        if (changed == null) {
            return;
        }
        Comparison wanted = new Comparison(changed, LocalDate.ofInstant(clock.instant(), zone));
        if (wanted.equals(plans.last())) {
            return;
        }
        List<KnownPlan> known = plans.all();
        AllPages.read(page -> agreements.list(ALL_LIVE, page), each -> compare(each, known, wanted.day()));
        plans.compared(wanted);
    }

    /** Most agreements are as before, which is found out without loading them again. */
    private void compare(Agreement agreement, List<KnownPlan> known, LocalDate today) {
        Partner partner = partners.find(agreement.partner()).orElseThrow();
        if (!contradictions(agreement, partner, known, today).equals(agreement.contradictions())) {
            agreements.change(
                    agreement.id(),
                    latest -> Decision.allowed(
                            latest.status().isOver()
                                    ? Change.nothing(latest)
                                    : latest.contradicted(contradictions(latest, partner, known, today))));
        }
    }

    static List<Contradiction> contradictions(
            Agreement agreement, Partner partner, List<KnownPlan> known, LocalDate today) {
        ComparePlans compare = new ComparePlans(known, partner, today);
        return agreement.compared().stream()
                .flatMap(each -> compare.of(each.number(), each.terms()).stream())
                .toList();
    }
}
