package io.entente.referral.attribution.mongo;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.referral.attribution.conflicts.Appeal;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ListedConflict;
import io.entente.referral.attribution.conflicts.Share;
import io.entente.referral.attribution.conflicts.Verdict;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.policy.AttributionRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a conflict. Fractions are stored as text, so that they stay exact and keep their decimals.
 *
 * @param list absent in documents of earlier versions until their entry is stored when the service starts
 */
record CaseDocument(
        @Id String id,
        long version,
        CaseStatus status,
        IntroductionDocument holder,
        IntroductionDocument challenger,
        String score,
        List<String> fields,
        int policy,
        List<AttributionRule> rules,
        int appealableDays,
        Instant openedAt,
        List<VerdictDocument> verdicts,
        @Nullable Appeal appeal,
        @Nullable String closedBecause,
        @Nullable ListEntry list) {

    static CaseDocument of(ConflictCase conflict) {
        return new CaseDocument(
                conflict.id().value(),
                conflict.version(),
                conflict.status(),
                IntroductionDocument.of(conflict.holder()),
                IntroductionDocument.of(conflict.challenger()),
                conflict.likeness().score().toPlainString(),
                conflict.likeness().fields(),
                conflict.policy(),
                conflict.rules(),
                conflict.appealableDays(),
                conflict.openedAt(),
                conflict.verdicts().stream().map(VerdictDocument::of).toList(),
                conflict.appeal(),
                conflict.closedBecause(),
                ListedConflict.of(conflict));
    }

    ConflictCase toCase() {
        return new ConflictCase(
                new CaseId(id),
                version,
                status,
                holder.toIntroduction(),
                challenger.toIntroduction(),
                new Likeness(new BigDecimal(score), fields),
                policy,
                rules,
                appealableDays,
                openedAt,
                verdicts.stream().map(VerdictDocument::toVerdict).toList(),
                appeal,
                closedBecause);
    }

    record VerdictDocument(
            AttributionRule rule,
            @Nullable String winner,
            List<ShareDocument> shares,
            String reason,
            Instant at,
            String by) {

        static VerdictDocument of(Verdict verdict) {
            return new VerdictDocument(
                    verdict.rule(),
                    verdict.winner(),
                    verdict.shares().stream()
                            .map(share -> new ShareDocument(
                                    share.partnerId(), share.share().toPlainString()))
                            .toList(),
                    verdict.reason(),
                    verdict.at(),
                    verdict.by());
        }

        Verdict toVerdict() {
            return new Verdict(
                    rule,
                    winner,
                    shares.stream()
                            .map(share -> new Share(share.partnerId(), new BigDecimal(share.share())))
                            .toList(),
                    reason,
                    at,
                    by);
        }
    }

    record ShareDocument(String partnerId, String share) {}
}
