package io.entente.referral.claims;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.Claimant;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.Claimants;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.Direction;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.protection.RemindOfExpiry;
import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.CreditShare;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Presents referrals to attribution, and turns its decisions on a conflict into a command on each of the two referrals.
 */
public final class ReferralClaimants implements Claimants {

    private static final String SHARES_CLAIM = "SHARES_CLAIM";
    private static final String DUPLICATE = "DUPLICATE";
    private static final String ORIGINATOR = "ORIGINATOR";
    private static final String CO_SELLER = "CO_SELLER";

    private final Referrals referrals;
    private final ReferralCommandHandler commands;
    private final AttributionPolicies policies;

    /** @param referrals the store itself, because attribution needn't be told of its own writes */
    public ReferralClaimants(Referrals referrals, TermsInForce terms, AttributionPolicies policies, Clock clock) {
        this.referrals = referrals;
        this.commands = new ReferralCommandHandler(referrals, terms, clock);
        this.policies = policies;
    }

    @Override
    public Optional<Claimant> find(String referralId) {
        return referrals.find(new ReferralId(referralId)).map(this::claimant);
    }

    @Override
    public Effect contest(String referralId, ConflictCase conflict) {
        boolean holds = conflict.holder().referralId().equals(referralId);
        Effect answer = give(referralId, detected(referralId, conflict, holds));
        // A referral that was accepted before its claim was contested continues until the conflict is decided.
        return answer == Effect.REFUSED && !holds ? give(referralId, detected(referralId, conflict, true)) : answer;
    }

    /** Returns the command that tells a referral of a conflict. */
    static DetectConflict detected(String referralId, ConflictCase conflict, boolean goesOn) {
        Introduction other = conflict.against(referralId);
        return new DetectConflict(
                new ReferralId(other.referralId()),
                other.partnerId(),
                goesOn,
                conflict.likeness().score(),
                conflict.likeness().fields());
    }

    @Override
    public Effect decide(String referralId, ConflictCase conflict, Verdict verdict, boolean isContestedFurther) {
        String winner = verdict.winner();
        ReferralId duplicateOf = winner == null || winner.equals(referralId) ? null : new ReferralId(winner);
        int decidedBefore = conflict.verdicts().indexOf(verdict);
        DecideConflict command = new DecideConflict(
                new ReferralId(conflict.against(referralId).referralId()),
                verdict.rule().name(),
                outcome(winner, duplicateOf),
                duplicateOf,
                credit(conflict, verdict),
                verdict.reason(),
                conflict.id().value(),
                1 + (decidedBefore < 0 ? conflict.verdicts().size() : decidedBefore),
                isContestedFurther);
        return give(referralId, command, new Actor(verdict.by()));
    }

    @Override
    public Effect remind(String referralId, Instant protectedUntil, Instant due) {
        return give(referralId, new RemindOfExpiry(protectedUntil, due));
    }

    @Override
    public Effect expire(String referralId, Instant protectedUntil) {
        // If the protection was extended in the meantime, the referral refuses, and the new end has a due date of its
        // own.
        return give(referralId, new ExpireReferral(protectedUntil));
    }

    private static String outcome(@Nullable String winner, @Nullable ReferralId duplicateOf) {
        if (winner == null) {
            return SHARES_CLAIM;
        }
        return duplicateOf == null ? ConflictDecided.HOLDS_CLAIM : DUPLICATE;
    }

    private static List<CreditShare> credit(ConflictCase conflict, Verdict verdict) {
        String originator = conflict.holder().partnerId();
        return verdict.shares().stream()
                .map(share -> new CreditShare(
                        share.partnerId(),
                        share.partnerId().equals(originator) ? ORIGINATOR : CO_SELLER,
                        share.share()))
                .toList();
    }

    private Effect give(String referralId, ReferralCommand command) {
        return give(referralId, command, Actor.SYSTEM);
    }

    private Effect give(String referralId, ReferralCommand command, Actor actor) {
        return commands.handle(new ReferralId(referralId), command, actor, anyVersion -> {})
                .map(answer -> answer instanceof ReferralCommandHandler.Answer.Done ? Effect.DONE : Effect.REFUSED)
                .orElse(Effect.ABSENT);
    }

    private Claimant claimant(Referral referral) {
        return new Claimant(
                introduction(referral, policies),
                phase(referral),
                referral.status().name(),
                protectedUntil(referral),
                referral.openConflicts().isContested());
    }

    /** Returns who introduced the client of a referral. The policy in force determines the identity of the client. */
    static Introduction introduction(Referral referral, AttributionPolicies policies) {
        return new Introduction(
                referral.id().value(),
                referral.introduction().partnerId(),
                identity(referral.introduction().client(), policies),
                referral.submittedAt());
    }

    static ClientIdentity identity(Client client, AttributionPolicies policies) {
        return ClientIdentity.of(
                client.organisation(),
                client.domain(),
                client.country(),
                policies.inForce().furtherGenericDomains());
    }

    private static Phase phase(Referral referral) {
        // A client that the firm introduces to a partner is the firm's own client.
        if (referral.introduction().direction() == Direction.OUTBOUND) {
            return Phase.NONE;
        }
        return switch (referral.status()) {
            case SUBMITTED, UNDER_REVIEW, ACTION_REQUIRED, REOPENED -> Phase.ACTIVE;
            case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT -> Phase.ACTIVE;
            case CONFLICTED -> Phase.CONFLICTED;
            case WON -> Phase.WON;
            case DUPLICATE -> Phase.YIELDED;
            case DECLINED, LOST, WITHDRAWN, EXPIRED -> Phase.NONE;
        };
    }

    /**
     * Returns the end of the protection if the acceptance is in force. A reopened referral still has its old
     * acceptance.
     */
    private static @Nullable Instant protectedUntil(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return switch (referral.status()) {
            case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT, WON ->
                acceptance == null ? null : acceptance.protectedUntil();
            default -> null;
        };
    }
}
