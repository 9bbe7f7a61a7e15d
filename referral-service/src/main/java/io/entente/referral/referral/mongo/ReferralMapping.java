package io.entente.referral.referral.mongo;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.lists.ListedReferral;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Maps referrals to documents, and their changes to records. */
final class ReferralMapping implements AggregateMapping<Referral, ReferralEvent, ReferralDocument> {

    private final ReferralRecords records;
    private final Consumer<ReferralDocument> beforeRead;

    /** @param beforeRead receives each document before it is mapped to a referral */
    ReferralMapping(EventRecorder recorder, Consumer<ReferralDocument> beforeRead) {
        this.records = new ReferralRecords(recorder);
        this.beforeRead = beforeRead;
    }

    @Override
    public String collection() {
        return MongoReferrals.COLLECTION;
    }

    @Override
    public Class<ReferralDocument> documentType() {
        return ReferralDocument.class;
    }

    @Override
    public long version(Referral referral) {
        return referral.version();
    }

    @Override
    public Referral read(ReferralDocument document) {
        beforeRead.accept(document);
        return document.toReferral();
    }

    @Override
    public ReferralDocument write(Referral referral, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        ListEntry list = ListedReferral.of(referral, now).createdAt(now);
        return ReferralDocument.of(referral, list, receipt, outbox);
    }

    @Override
    public ReferralDocument rewrite(Referral referral, ReferralDocument before, @Nullable Outbox outbox, Instant now) {
        ListEntry list = ListedReferral.of(referral, now).replacing(before.list(), now);
        return ReferralDocument.of(referral, list, receipt(referral, before.receipt()), outbox);
    }

    /** The first answer has the client's contact. */
    private static @Nullable Receipt receipt(Referral referral, @Nullable Receipt before) {
        Client.Contact contact = referral.introduction().client().contact();
        return before != null && contact != null && contact.isErased() ? Receipt.ERASED : before;
    }

    @Override
    public List<OutboxRecord> records(Change<Referral, ReferralEvent> change, Instant now) {
        return records.of(change.state(), change.events());
    }
}
