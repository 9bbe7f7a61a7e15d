package io.entente.referral.attribution.web;

import io.entente.referral.attribution.Appeal;
import io.entente.referral.attribution.AttributionRule;
import io.entente.referral.attribution.CaseStatus;
import io.entente.referral.attribution.ConflictCase;
import io.entente.referral.attribution.Introduction;
import io.entente.referral.attribution.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict as the API shows it: the evidence, what may decide it, and what did.
 *
 * @param holder has the claim and goes on meanwhile
 * @param challenger waits
 * @param score how alike the clients are, {@code "1.00"} is the same key
 * @param rules that may decide, the program's own first, as version {@code policy} of the policy has them
 * @param decisions the first, and the one after an appeal
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
            String partnerId,
            String clientKey,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            Instant introducedAt) {

        static IntroductionView of(Introduction introduction) {
            return new IntroductionView(
                    introduction.referralId(),
                    introduction.partnerId(),
                    introduction.client().key().value(),
                    introduction.client().name().value(),
                    introduction.client().domain(),
                    introduction.client().country(),
                    introduction.at());
        }
    }

    record DecisionView(
            AttributionRule rule,
            @Nullable String winner,
            List<ShareView> shares,
            String reason,
            Instant decidedAt,
            String decidedBy) {

        static DecisionView of(Verdict verdict) {
            return new DecisionView(
                    verdict.rule(),
                    verdict.winner(),
                    verdict.shares().stream()
                            .map(share -> new ShareView(
                                    share.partnerId(), share.share().toPlainString()))
                            .toList(),
                    verdict.reason(),
                    verdict.at(),
                    verdict.by());
        }
    }

    record ShareView(String partnerId, String share) {}

    record AppealView(String partnerId, String reason, Instant appealedAt) {

        static AppealView of(Appeal appeal) {
            return new AppealView(appeal.partnerId(), appeal.reason(), appeal.at());
        }
    }

    static ConflictView of(ConflictCase conflict) {
        Appeal appeal = conflict.appeal();
        return new ConflictView(
                conflict.id().value(),
                conflict.version(),
                conflict.status(),
                IntroductionView.of(conflict.holder()),
                IntroductionView.of(conflict.challenger()),
                conflict.likeness().score().toPlainString(),
                conflict.likeness().fields(),
                conflict.policy(),
                conflict.rules(),
                conflict.openedAt(),
                conflict.verdicts().stream().map(DecisionView::of).toList(),
                appeal == null ? null : AppealView.of(appeal),
                conflict.closedBecause());
    }
}
