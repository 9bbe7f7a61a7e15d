package io.entente.partner.partnership.mongo;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.erasures.PersonInText;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps partners to documents, and their changes to records. */
final class PartnerMapping implements AggregateMapping<Partner, PartnerEvent, PartnerDocument> {

    private final PartnerRecords records;

    PartnerMapping(EventRecorder recorder) {
        this.records = new PartnerRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoPartners.COLLECTION;
    }

    @Override
    public Class<PartnerDocument> documentType() {
        return PartnerDocument.class;
    }

    @Override
    public long version(Partner partner) {
        return partner.version();
    }

    @Override
    public Partner read(PartnerDocument document) {
        return document.toPartner();
    }

    @Override
    public PartnerDocument write(Partner partner, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        Receipt first = Objects.requireNonNull(receipt, "every partner has a receipt");
        return PartnerDocument.of(partner, namesNobodyWhoIsGone(partner) ? first : Receipt.ERASED, outbox);
    }

    /** The first answer names the partner and its contacts. */
    private static boolean namesNobodyWhoIsGone(Partner partner) {
        String idealClient = partner.application().details().idealClient();
        return partner.status() != PartnerStatus.ERASED
                && partner.departures().isEmpty()
                && (idealClient == null || !idealClient.contains(PersonInText.ERASED));
    }

    @Override
    public List<OutboxRecord> records(Change<Partner, PartnerEvent> change, Instant now) {
        return records.of(change.state(), change.events(), now);
    }
}
