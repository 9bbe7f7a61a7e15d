package io.entente.commission.secrets;

import io.entente.commission.partners.PartnerErasure;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.secrets.DataKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Erases what this service keeps of a partner by destroying its data keys: the payment details at once, the records of what was paid and
 * invoiced when tax law no longer needs them. Amounts, the ledger and its hashes stay.
 */
public final class ErasePayees implements PartnerErasure {

    private static final int BLOCK = 100;

    private final DataKeys keys;
    private final ErasedPartners erased;
    private final Period retention;
    private final Clock clock;

    /** @param retention how long records are kept after an erasure */
    public ErasePayees(DataKeys keys, ErasedPartners erased, Period retention, Clock clock) {
        this.keys = keys;
        this.erased = erased;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void erase(PartnerId partner) {
        Instant now = clock.instant();
        keys.destroy(SealedPayees.detailsKey(partner.value()), now);
        erased.add(partner, now, now.atOffset(ZoneOffset.UTC).plus(retention).toInstant());
        eraseRecords();
    }

    /** Erases the records that are due. */
    public void eraseRecords() {
        Instant now = clock.instant();
        List<PartnerId> due;
        do {
            due = erased.due(now, BLOCK);
            for (PartnerId partner : due) {
                keys.destroy(SealedPayees.recordsKey(partner.value()), now);
                erased.recordsErased(partner, now);
            }
        } while (due.size() == BLOCK);
    }
}
