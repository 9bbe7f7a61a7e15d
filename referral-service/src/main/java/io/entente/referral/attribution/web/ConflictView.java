package io.entente.referral.attribution.web;

import io.entente.referral.attribution.conflicts.Appeal;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import io.entente.referral.attribution.policy.AttributionRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict in the API: the evidence, the rules that may be applied and the decisions. A partner does not learn who the other
 * partner is. Of the other side it sees the referral's id and time, which its own timeline shows too; of shares and appeals it
 * sees its own.
 *
 * @param holder holds the claim and continues meanwhile
 * @param challenger waits
 * @param score how similar the clients are; {@code "1.00"} means that the keys are equal
 * @param rules the rules that may be applied under version {@code policy} of the policy, the program's default first
 * @param decisions the first decision, and the one after an appeal
 */
record ConflictView(
        String id,
        long version,
        CaseStatus status,
        IntroductionView holder,
        IntroductionView challenger,
        String score,
        List<String> matchedFields,
        int policy,
        List<AttributionRule> rules,
        Instant openedAt,
        List<DecisionView> decisions,
        @Nullable AppealView appeal,
        @Nullable String closedBecause) {

    record IntroductionView(
            String referralId,
            @Nullable String partnerId,
            @Nullable String clientKey,
            @Nullable String organisation,
            @Nullable String domain,
            @Nullable String country,
            Instant introducedAt) {

        static IntroductionView of(Introduction introduction, @Nullable String reader) {
            if (!maySee(introduction.partnerId(), reader)) {
                return new IntroductionView(introduction.referralId(), null, null, null, null, null, introduction.at());
            }
            return new IntroductionView(
                    introduction.referralId(),
                    introduction.partnerId(),
                    introduction.client().key().value(),
                    introduction.client().name().written(),
                    introduction.client().domain(),
                    introduction.client().country(),
                    introduction.at());
        }
    }

    /**
     * A decision.
     *
     * @param earlierDeals what applies to deals that were closed before, and how to change that; only after a SPLIT, for the firm
     */
    record DecisionView(
            AttributionRule rule,
            @Nullable String winner,
            List<ShareView> shares,
            String reason,
            Instant decidedAt,
            String decidedBy,
            @Nullable String earlierDeals) {

        private static final String EARLIER_DEALS =
                "Deals that were closed before this decision keep their credit. GET /api/referrals/{id}/deals lists them, and POST "
                        + "/api/referrals/{id}/deals/{dealId}/correct with credit changes the shares of one.";

        static DecisionView of(Verdict verdict, @Nullable String reader) {
            return new DecisionView(
                    verdict.rule(),
                    verdict.winner(),
                    verdict.shares().stream()
                            .filter(share -> maySee(share.partnerId(), reader))
                            .map(share -> new ShareView(
                                    share.partnerId(), share.share().toPlainString()))
                            .toList(),
                    verdict.reason(),
                    verdict.at(),
                    verdict.by(),
                    verdict.isSplit() && reader == null ? EARLIER_DEALS : null);
        }
    }

    record ShareView(String partnerId, String share) {}

    record AppealView(@Nullable String partnerId, @Nullable String reason, Instant appealedAt) {

        static AppealView of(Appeal appeal, @Nullable String reader) {
            return maySee(appeal.partnerId(), reader)
                    ? new AppealView(appeal.partnerId(), appeal.reason(), appeal.at())
                    : new AppealView(null, null, appeal.at());
        }
    }

    private static boolean maySee(String partnerId, @Nullable String reader) {
        return reader == null || reader.equals(partnerId);
    }

    /** @param reader the partner that reads the conflict; null for the firm */
    static ConflictView of(ConflictCase conflict, @Nullable String reader) {
        Appeal appeal = conflict.appeal();
        return new ConflictView(
                conflict.id().value(),
                conflict.version(),
                conflict.status(),
                IntroductionView.of(conflict.holder(), reader),
                IntroductionView.of(conflict.challenger(), reader),
                conflict.likeness().score().toPlainString(),
                conflict.likeness().fields(),
                conflict.policy(),
                conflict.rules(),
                conflict.openedAt(),
                conflict.verdicts().stream()
                        .map(verdict -> DecisionView.of(verdict, reader))
                        .toList(),
                appeal == null ? null : AppealView.of(appeal, reader),
                conflict.closedBecause());
    }
}
