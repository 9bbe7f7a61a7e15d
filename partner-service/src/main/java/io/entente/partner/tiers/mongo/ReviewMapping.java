package io.entente.partner.tiers.mongo;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.review.TierChangeProposed;
import io.entente.partner.tiers.review.TierProposal;
import io.entente.partner.tiers.review.TierReview;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps reviews to documents, and their proposals to records on {@code partner.events}. */
final class ReviewMapping implements AggregateMapping<TierReview, TierChangeProposed, ReviewDocument> {

    private static final String TOPIC = "partner.events";
    private static final String PROPOSED = "partner.tier-change-proposed.v1";

    private final EventRecorder recorder;

    ReviewMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoTierReviews.COLLECTION;
    }

    @Override
    public Class<ReviewDocument> documentType() {
        return ReviewDocument.class;
    }

    @Override
    public long version(TierReview review) {
        return review.version();
    }

    @Override
    public TierReview read(ReviewDocument document) {
        return document.toReview();
    }

    @Override
    public ReviewDocument write(TierReview review, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return ReviewDocument.of(review, receipt, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<TierReview, TierChangeProposed> change, Instant now) {
        String partner = change.state().partner().value();
        return change.events().stream()
                .map(event -> recorder.record(
                        TOPIC,
                        PROPOSED,
                        reviewId(partner),
                        partner,
                        change.state().sequence(),
                        now,
                        ProposedJson.of(partner, event, now)))
                .toList();
    }

    /** Another id than the partner's, because the events of a review are numbered on their own. */
    private static String reviewId(String partner) {
        return partner + "-tiers";
    }

    /** {@code partner.tier-change-proposed.v1}. */
    record ProposedJson(
            String reviewId,
            String partnerId,
            int number,
            Tier tier,
            Tier proposedTier,
            LocalDate proposedOn,
            Instant occurredAt,
            String actor,
            String origin) {

        static ProposedJson of(String partner, TierChangeProposed event, Instant now) {
            TierProposal proposal = event.proposal();
            return new ProposedJson(
                    ReviewMapping.reviewId(partner),
                    partner,
                    proposal.number(),
                    proposal.from(),
                    proposal.to(),
                    proposal.proposedOn(),
                    now,
                    event.actor().value(),
                    "LIVE");
        }
    }
}
