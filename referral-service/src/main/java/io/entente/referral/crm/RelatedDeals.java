package io.entente.referral.crm;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.crm.StageDecision.Situation;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Today;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Finds what else is known about the sale that a CRM's deal reports, so that one sale is not booked twice. */
final class RelatedDeals {

    /** How many decisions about a client are followed to the referral that holds it now. */
    private static final int MAX_DUPLICATES = 10;

    private final Referrals referrals;
    private final CrmDeals crmDeals;
    private final Deals deals;
    private final ConflictCases conflicts;
    private final ImportedClients clients;
    private final int sameSaleDays;
    private final Clock clock;

    /** @param sameSaleDays for how many days before and after a deal another one of the same amount may be the same sale */
    RelatedDeals(
            Referrals referrals,
            CrmDeals crmDeals,
            Deals deals,
            ConflictCases conflicts,
            ImportedClients clients,
            int sameSaleDays,
            Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
        this.crmDeals = crmDeals;
        this.deals = deals;
        this.conflicts = conflicts;
        this.clients = clients;
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
        return referrals
                        .find(referralId)
                        .filter(referral -> referral.openConflicts().isContested())
                        .isPresent()
                || conflicts.of(referralId.value()).stream().anyMatch(ConflictCase::isUndecided);
    }

    /** The referral that an import from the same CRM created for a deal. */
    Optional<ReferralId> imported(CrmDeal deal) {
        ReferralId id = SourceIds.referralId(deal.crm().source(), deal.crmDealId());
        return referrals.find(id).map(Referral::id);
    }

    /** What is known of a deal and its referral when a change of its stage is decided. */
    Situation situationOf(CrmDeal deal, ReferralId referralId) {
        return new LookedUp(deal, referralId);
    }

    /** Looks up what a decision asks for. */
    private final class LookedUp implements Situation {

        private final CrmDeal deal;
        private final ReferralId referralId;

        LookedUp(CrmDeal deal, ReferralId referralId) {
            this.deal = deal;
            this.referralId = referralId;
        }

        @Override
        public CrmDeal deal() {
            return deal;
        }

        @Override
        public @Nullable Referral referral() {
            return referrals.find(referralId).orElse(null);
        }

        /** If the other referral became a duplicate as well, it is the one behind it. */
        @Override
        public Optional<Referral> holder() {
            Referral holder = null;
            Referral next = referral();
            for (int i = 0; i < MAX_DUPLICATES && next != null && next.duplicateOf() != null; i++) {
                next = referrals.find(next.duplicateOf()).orElse(null);
                holder = next == null ? holder : next;
            }
            return Optional.ofNullable(holder);
        }

        @Override
        public Optional<Deal> closed() {
            return closedBy(deal);
        }

        @Override
        public List<Deal> closedByMerged() {
            return RelatedDeals.this.closedByMerged(deal);
        }

        @Override
        public Optional<Deal> sameSale(Money amount, LocalDate closedOn) {
            return RelatedDeals.this.sameSale(deal, amount, closedOn);
        }

        @Override
        public Optional<CrmDeal> openBeside(ImportProfile profile) {
            return RelatedDeals.this.openBeside(deal, referralId, profile);
        }

        @Override
        public boolean isInConflict() {
            return RelatedDeals.this.isInConflict(referralId);
        }

        @Override
        public boolean isClientOfAnother() {
            Referral referral = referral();
            return referral != null && referral.imported() != null && clients.isOfAnother(referral);
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public LocalDate latestDay() {
            return Today.latestAnywhere(clock);
        }
    }
}
