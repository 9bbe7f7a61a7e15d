package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.InvalidInputException;
import java.util.List;

/** Parses the cursor of a list along one chain, which is the id of the last transaction on the previous page. */
final class LedgerCursor {

    private LedgerCursor() {}

    /** Returns the number of the first transaction on the page. */
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
            // The exception below names the field and says what is valid.
        }
        throw InvalidInputException.malformed(List.of(new FieldError(
                "cursor", "must be the cursor that the previous page of the same partner returned as next")));
    }
}
