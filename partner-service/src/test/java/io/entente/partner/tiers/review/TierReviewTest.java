package io.entente.partner.tiers.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.partner.tiers.policy.TierRule;
import io.entente.partner.tiers.policy.TierRule.Criteria;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TierReviewTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-05");
    private static final Instant NOW = Instant.parse("2026-10-05T00:04:00Z");
    private static final LocalDate LONG_AGO = LocalDate.parse("2025-01-01");
    private static final Actor MANAGER = new Actor("user:u-8");
    private static final TierReview NONE = TierReview.none(new PartnerId("par_5"));
    private static final TierPolicy POLICY = new TierPolicy(
            2,
            LONG_AGO,
            1,
            30,
            365,
            120,
            60,
            Tier.STRATEGIC,
            List.of(rule(Tier.STRATEGIC, 5), rule(Tier.ACTIVE, 2), rule(Tier.REFERRAL_NETWORK, null)));

    @Test
    void a_partner_that_reaches_another_tier_is_proposed_for_it_once() {
        Change<TierReview, TierChangeProposed> first = review(NONE, Tier.ACTIVE, 5, TODAY);

        TierProposal proposal = first.state().proposal();
        assertThat(proposal).isNotNull();
        assertThat(proposal.to()).isEqualTo(Tier.STRATEGIC);
        assertThat(proposal.isPromotion()).isTrue();
        assertThat(proposal.figures().wonDeals()).isEqualTo(5);
        assertThat(first.events()).containsExactly(new TierChangeProposed(proposal, Actor.SYSTEM));
        assertThat(review(first.state(), Tier.ACTIVE, 6, TODAY.plusDays(9)).state())
                .isSameAs(first.state());
    }

    @Test
    void a_promotion_that_a_person_has_asked_for_waits_for_another_person_whatever_the_figures_say() {
        TierStanding standing = standing(Tier.ACTIVE, 0, TODAY);
        TierReview asked = NONE.ask(standing, Tier.STRATEGIC, null, "A friend", MANAGER)
                .orElseThrow()
                .state();

        assertThat(asked.proposal()).extracting(TierProposal::agreedBy).isEqualTo("user:u-8");
        assertThat(review(asked, Tier.ACTIVE, 0, TODAY.plusDays(1)).state()).isSameAs(asked);
        assertThat(asked.ask(standing, Tier.STRATEGIC, null, "A friend", new Actor("user:U-8"))
                        .orElseThrow()
                        .isNothing())
                .isTrue();
        assertThat(asked.ask(standing, Tier.STRATEGIC, null, "A friend", new Actor("user:u-9"))
                        .rejection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("Approve the proposal"));
        assertThat(asked.agree(new Actor("user:u-9")).isAllowed()).isFalse();
        TierReview byReview = review(NONE, Tier.ACTIVE, 5, TODAY).state();
        assertThat(byReview.agree(MANAGER).orElseThrow().state().proposal())
                .extracting(TierProposal::agreedBy)
                .isEqualTo("user:u-8");
    }

    @Test
    void only_promotions_into_the_tiers_of_the_policy_take_two_persons() {
        assertThat(POLICY.needsTwoPersons(Tier.ACTIVE, Tier.STRATEGIC)).isTrue();
        assertThat(POLICY.needsTwoPersons(Tier.REFERRAL_NETWORK, Tier.STRATEGIC))
                .isTrue();
        assertThat(POLICY.needsTwoPersons(Tier.REFERRAL_NETWORK, Tier.ACTIVE)).isFalse();
        assertThat(POLICY.needsTwoPersons(Tier.STRATEGIC, Tier.ACTIVE)).isFalse();
    }

    @Test
    void a_proposal_that_the_figures_carry_no_more_is_withdrawn_and_may_come_again() {
        TierReview open = review(NONE, Tier.ACTIVE, 5, TODAY).state();

        Change<TierReview, TierChangeProposed> withdrawn = review(open, Tier.ACTIVE, 3, TODAY.plusDays(2));
        assertThat(status(withdrawn.state())).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(withdrawn.events()).isEmpty();
        TierReview again =
                review(withdrawn.state(), Tier.ACTIVE, 5, TODAY.plusDays(4)).state();
        assertThat(status(again)).isEqualTo(ProposalStatus.OPEN);
        assertThat(again.proposal().number()).isEqualTo(2);
        TierReview lower = review(again, Tier.ACTIVE, 0, TODAY.plusDays(6)).state();
        assertThat(lower.proposal().to()).isEqualTo(Tier.REFERRAL_NETWORK);
    }

    @Test
    void nobody_is_demoted_soon_after_its_tier_began_but_promoted_at_once() {
        LocalDate began = TODAY.minusDays(119);

        assertThat(after(NONE, Tier.ACTIVE, 0, TODAY, began, false).state()).isSameAs(NONE);
        assertThat(after(NONE, Tier.ACTIVE, 0, TODAY.plusDays(1), began, false).events())
                .hasSize(1);
        assertThat(after(NONE, Tier.ACTIVE, 5, TODAY, began, false).events()).hasSize(1);
    }

    @Test
    void nothing_is_proposed_while_a_decided_change_has_not_begun() {
        TierReview open = review(NONE, Tier.ACTIVE, 5, TODAY).state();

        assertThat(after(NONE, Tier.ACTIVE, 5, TODAY, LONG_AGO, true).events()).isEmpty();
        assertThat(status(after(open, Tier.ACTIVE, 5, TODAY, LONG_AGO, true).state()))
                .isEqualTo(ProposalStatus.WITHDRAWN);
    }

    @Test
    void what_was_declined_is_not_proposed_again_for_some_time() {
        TierReview open = review(NONE, Tier.STRATEGIC, 2, TODAY).state();
        TierReview declined = open.decide(ProposalStatus.DECLINED, "A sabbatical", MANAGER, NOW)
                .toOptional()
                .orElseThrow()
                .state();

        assertThat(review(declined, Tier.STRATEGIC, 2, TODAY.plusDays(59)).state())
                .isSameAs(declined);
        assertThat(review(declined, Tier.STRATEGIC, 0, TODAY.plusDays(3)).events())
                .as("another tier")
                .hasSize(1);
        assertThat(review(declined, Tier.STRATEGIC, 2, TODAY.plusDays(60)).events())
                .hasSize(1);
    }

    @Test
    void a_proposal_is_decided_once() {
        TierReview open = review(NONE, Tier.ACTIVE, 5, TODAY).state();
        TierReview approved = allowed(open.decide(ProposalStatus.APPROVED, "Well done", MANAGER, NOW));

        assertThat(approved.proposal().decidedBy()).isEqualTo("user:u-8");
        assertThat(allowed(approved.decide(ProposalStatus.APPROVED, "Again", MANAGER, NOW)))
                .isSameAs(approved);
        assertThat(approved.decide(ProposalStatus.DECLINED, "No", MANAGER, NOW).isAllowed())
                .isFalse();
        assertThat(NONE.decide(ProposalStatus.APPROVED, "Yes", MANAGER, NOW).isAllowed())
                .isFalse();
    }

    private static TierReview allowed(Decision<Change<TierReview, TierChangeProposed>> decision) {
        return decision.toOptional().orElseThrow().state();
    }

    private static ProposalStatus status(TierReview review) {
        return review.proposal().status();
    }

    private static Change<TierReview, TierChangeProposed> review(
            TierReview review, Tier tier, int deals, LocalDate today) {
        return after(review, tier, deals, today, LONG_AGO, false);
    }

    private static TierStanding standing(Tier tier, int deals, LocalDate today) {
        TierFigures figures = new TierFigures(deals, Map.of(), deals, 0, 0, 0, 0, 0);
        return new TierStanding(tier, POLICY.windowStart(today), today, figures, POLICY);
    }

    private static Change<TierReview, TierChangeProposed> after(
            TierReview review, Tier tier, int deals, LocalDate today, LocalDate since, boolean isDecided) {
        TierStanding standing = standing(tier, deals, today);
        return review.after(standing, since, isDecided, NOW, ZoneOffset.UTC);
    }

    private static TierRule rule(Tier tier, Integer deals) {
        return new TierRule(tier, null, new Criteria(deals, null, null, null, null), List.of());
    }
}
