package io.entente.partner.onboarding.mongo;

import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingEvent;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps onboardings to documents, and their changes to records. */
final class OnboardingMapping implements AggregateMapping<Onboarding, OnboardingEvent, OnboardingDocument> {

    private final OnboardingRecords records;

    OnboardingMapping(EventRecorder recorder) {
        this.records = new OnboardingRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoOnboardings.COLLECTION;
    }

    @Override
    public Class<OnboardingDocument> documentType() {
        return OnboardingDocument.class;
    }

    @Override
    public long version(Onboarding onboarding) {
        return onboarding.version();
    }

    @Override
    public Onboarding read(OnboardingDocument document) {
        return document.toOnboarding();
    }

    @Override
    public OnboardingDocument write(
            Onboarding onboarding, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return OnboardingDocument.of(onboarding, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Onboarding, OnboardingEvent> change, Instant now) {
        return records.of(change.state(), change.events(), now);
    }
}
