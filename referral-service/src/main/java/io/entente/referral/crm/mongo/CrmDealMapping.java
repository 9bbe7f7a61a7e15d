package io.entente.referral.crm.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import io.entente.referral.crm.ChangeWaits;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.view.AboutReferral;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps the deals of CRMs to documents, and publishes that a change waits as {@code referral.crm-change-waiting.v1}. */
final class CrmDealMapping implements AggregateMapping<CrmDeal, ChangeWaits, CrmDealDocument> {

    private static final String TOPIC = "referral.events";
    private static final String TYPE = "referral.crm-change-waiting.v1";
    private static final String TYPE_OF_UNLINKED = "referral.crm-record-waiting.v1";
    /** A deal that isn't linked belongs to no partner that we know. */
    private static final String NO_PARTNER = "unknown";

    private final EventRecorder recorder;

    CrmDealMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoCrmDeals.COLLECTION;
    }

    @Override
    public Class<CrmDealDocument> documentType() {
        return CrmDealDocument.class;
    }

    @Override
    public long version(CrmDeal deal) {
        return deal.version();
    }

    @Override
    public CrmDeal read(CrmDealDocument document) {
        return document.toDeal();
    }

    @Override
    public CrmDealDocument write(CrmDeal deal, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return CrmDealDocument.of(deal, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<CrmDeal, ChangeWaits> change, Instant now) {
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = change.state().sequence() - change.events().size();
        for (ChangeWaits event : change.events()) {
            Referral referral = event.referral();
            records.add(recorder.record(
                    TOPIC,
                    referral == null ? TYPE_OF_UNLINKED : TYPE,
                    change.state().id(),
                    referral == null ? NO_PARTNER : referral.introduction().partnerId(),
                    ++sequence,
                    event.at(),
                    referral == null ? UnlinkedJson.of(event) : WaitingJson.of(event, referral)));
        }
        return records;
    }

    /** The data of {@code referral.crm-record-waiting.v1}. */
    record UnlinkedJson(
            String crm,
            String crmDealId,
            String partnerId,
            WaitReason reason,
            @Nullable String namedReferralId,
            Instant waitingSince,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static UnlinkedJson of(ChangeWaits event) {
            return new UnlinkedJson(
                    event.deal().crm().source(),
                    event.deal().crmDealId(),
                    NO_PARTNER,
                    event.held().reason(),
                    event.deal().links().namedId(),
                    event.held().since(),
                    event.at(),
                    Actor.SYSTEM.value(),
                    Origin.LIVE);
        }
    }

    /** The data of {@code referral.crm-change-waiting.v1}. */
    record WaitingJson(
            @JsonUnwrapped AboutReferral about,
            String crm,
            String crmDealId,
            WaitReason reason,
            @Nullable String stage,
            Instant waitingSince) {

        static WaitingJson of(ChangeWaits event, Referral referral) {
            Occurrence when = new Occurrence(event.at(), Actor.SYSTEM, Origin.LIVE);
            return new WaitingJson(
                    AboutReferral.of(referral, when),
                    event.deal().crm().source(),
                    event.deal().crmDealId(),
                    event.held().reason(),
                    event.stage(),
                    event.held().since());
        }
    }
}
