package io.entente.partner.qualification.mongo;

import io.entente.partner.qualification.Assessment;
import io.entente.partner.qualification.Points;
import io.entente.partner.qualification.Qualification;
import io.entente.partner.qualification.Reference;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of a qualification. */
record QualificationDocument(
        @Id String id,
        long version,
        long sequence,
        String partnerId,
        @Nullable Integer expectedReferrals,
        @Nullable String wouldRefer,
        Map<String, Points> points,
        Set<String> redFlags,
        List<Reference> references,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static QualificationDocument of(Qualification qualification, @Nullable Outbox outbox) {
        Assessment assessment = qualification.assessment();
        return new QualificationDocument(
                qualification.id(),
                qualification.version(),
                qualification.sequence(),
                qualification.partnerId(),
                assessment.expectedReferrals(),
                assessment.wouldRefer(),
                assessment.points(),
                assessment.redFlags(),
                qualification.references(),
                outbox);
    }

    Qualification toQualification() {
        return new Qualification(
                id,
                version,
                sequence,
                partnerId,
                new Assessment(expectedReferrals, wouldRefer, points, redFlags),
                references);
    }
}
