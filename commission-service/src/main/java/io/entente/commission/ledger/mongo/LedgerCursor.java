package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.InvalidInputException;
import java.util.List;

/** Reads the cursor of a list along one chain: the id of the last transaction shown. */
final class LedgerCursor {

    private LedgerCursor() {}

    /** The number at which the page starts. */
    static long numberAfter(PartnerId partner, PageRequest page) {
        if (page.after() == null) {
            return 1;
        }
        try {
            TransactionId last = TransactionId.parse(page.after());
            if (last.partnerId().equals(partner)) {
                return last.number() + 1;
            }
        } catch (IllegalArgumentException notOurs) {
            // Said below.
        }
        throw InvalidInputException.malformed(
                List.of(new FieldError("cursor", "must be the next of the page before, of the same partner")));
    }
}
