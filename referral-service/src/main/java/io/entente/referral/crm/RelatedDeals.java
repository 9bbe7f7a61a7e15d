package io.entente.referral.crm;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.ReferralId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Finds what else is known about the sale that a CRM's deal reports, so that one sale is not booked twice. */
final class RelatedDeals {

    private final CrmDeals crmDeals;
    private final Deals deals;
    private final ConflictCases conflicts;
    private final int sameSaleDays;

    /** @param sameSaleDays for how many days before and after a deal another one of the same amount may be the same sale */
    RelatedDeals(CrmDeals crmDeals, Deals deals, ConflictCases conflicts, int sameSaleDays) {
        this.crmDeals = crmDeals;
        this.deals = deals;
        this.conflicts = conflicts;
        this.sameSaleDays = sameSaleDays;
    }

    /** The deal that a CRM's deal closed for its referral, reversed or not. */
    Optional<Deal> closedBy(CrmDeal deal) {
        return deals.find(deal.dealId()).filter(found -> found.referralId().equals(deal.referralId()));
    }

    /** The deals that are closed, not reversed, and were closed by deals that the CRM merged into this one. */
    List<Deal> closedByMerged(CrmDeal deal) {
        return crmDeals.mergedInto(deal).stream()
                .map(CrmDeal::dealId)
                .distinct()
                .flatMap(id -> deals.find(id).stream())
                .filter(found -> found.reversal() == null)
                .toList();
    }

    /**
     * A deal of the referral that may be the same sale. A reversed deal counts, too: its reversal must not close a second record
     * of the same sale.
     */
    Optional<Deal> sameSale(CrmDeal deal, Money amount, LocalDate closedOn) {
        return Optional.ofNullable(deal.referralId()).stream()
                .flatMap(id ->
                        deals
                                .closedBetween(id, closedOn.minusDays(sameSaleDays), closedOn.plusDays(sameSaleDays))
                                .stream())
                .filter(other ->
                        other.amount().equals(amount) && !other.dealId().equals(deal.dealId()))
                .findFirst();
    }

    /** Another deal of the referral that the CRM reports as open or won. */
    Optional<CrmDeal> openBeside(CrmDeal deal, ReferralId referralId, ImportProfile profile) {
        return crmDeals.linkedTo(referralId).stream()
                .filter(other -> other.crm() == deal.crm() && !other.id().equals(deal.id()) && !other.isGone())
                .filter(other -> Optional.ofNullable(other.latestStage())
                        .flatMap(profile::stageOf)
                        .filter(stage -> stage != Stage.LOST)
                        .isPresent())
                .findFirst();
    }

    /** Whether somebody has yet to decide whose client it is. */
    boolean isInConflict(ReferralId referralId) {
        return conflicts.of(referralId.value()).stream().anyMatch(ConflictCase::isUndecided);
    }
}
