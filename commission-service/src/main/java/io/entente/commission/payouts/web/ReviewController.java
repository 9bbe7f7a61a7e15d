package io.entente.commission.payouts.web;

import io.entente.commission.commissions.Hold;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.review.PayoutWarning;
import io.entente.commission.payouts.review.PlannedCommission;
import io.entente.commission.payouts.review.ReviewBatch;
import io.entente.commission.payouts.review.ReviewBatch.Reviewed;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payout-batches/{id}/review}: what the person who approves a batch should look at. */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api/payout-batches/{id}/review")
class ReviewController {

    private final PayoutBatches batches;
    private final Payouts payouts;
    private final ReviewBatch review;

    ReviewController(PayoutBatches batches, Payouts payouts, ReviewBatch review) {
        this.batches = batches;
        this.payouts = payouts;
        this.review = review;
    }

    /**
     * Lists the payouts of a batch as they look today, each with its warnings.
     *
     * <p>Warnings name accounts and tax profiles that are new or have changed, holds, commission that was changed, and money that the partner
     * owes since the batch was planned. A payout that should not go out can be taken out.
     */
    @AuditedRead
    @GetMapping
    Page<ReviewView> review(@PathVariable String id, PageRequest page) {
        PayoutBatch batch = batches.find(id).orElseThrow(() -> new NotFoundException("payout batch", id));
        return payouts.ofBatch(batch.id(), page).map(payout -> ReviewView.of(review.review(batch, payout)));
    }

    /**
     * A payout as it looks today.
     *
     * @param held the partner's commission that is on hold: what this payout takes of it, and what else is payable
     * @param owed the amount that the partner owes and that the payout doesn't deduct
     * @param accountSince when the payee's account became the present one; absent if that is not on record
     * @param commissions those of the payout's commissions that are on hold, have changed since planning, or may be self-referrals, at
     *     most 100; none once the payout is sent
     */
    record ReviewView(
            PayoutView payout,
            Set<PayoutWarning> warnings,
            MoneyJson held,
            MoneyJson owed,
            @Nullable Instant accountSince,
            List<ReviewedCommission> commissions) {

        private static final int MAX_COMMISSIONS = 100;

        static ReviewView of(Reviewed reviewed) {
            return new ReviewView(
                    PayoutView.of(reviewed.payout()),
                    reviewed.warnings(),
                    MoneyJson.of(reviewed.held()),
                    MoneyJson.of(reviewed.owed()),
                    reviewed.accountSince(),
                    reviewed.commissions().stream()
                            .limit(MAX_COMMISSIONS)
                            .map(ReviewedCommission::of)
                            .toList());
        }
    }

    /**
     * A commission of a payout to look at.
     *
     * @param inPayout the part of it that the payout pays
     * @param selfReferral why the client seems to be the partner itself; absent unless a person has to decide that
     * @param changes what happened to it since the payout took it; the last 20
     */
    record ReviewedCommission(
            String commissionId,
            String dealId,
            MoneyJson inPayout,
            List<Hold> holds,
            @Nullable String selfReferral,
            List<PlannedCommission.ChangeSincePlanning> changes) {

        private static final int MAX_CHANGES = 20;

        static ReviewedCommission of(PlannedCommission commission) {
            List<PlannedCommission.ChangeSincePlanning> changes = commission.changes();
            return new ReviewedCommission(
                    commission.id().value(),
                    commission.dealId(),
                    MoneyJson.of(commission.inPayout()),
                    commission.holds(),
                    commission.selfReferral(),
                    changes.subList(Math.max(0, changes.size() - MAX_CHANGES), changes.size()));
        }
    }
}
