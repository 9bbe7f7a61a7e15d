package io.entente.partner.reciprocity.web;

import io.entente.partner.performance.Flow;
import io.entente.partner.reciprocity.ReciprocityEntry;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of referrals in the API.
 *
 * @param flow who has referred the client
 * @param count 1 for a referral; 0 for a deal and for a referral that was dismissed
 * @param value of a deal that is left, or what a referral is expected to bring; absent if nobody knows
 * @param dueOn the day by which a referral is to be returned; absent if nobody owes one for it
 */
record ReciprocityEntryView(
        String id,
        @Nullable String referralId,
        Flow flow,
        LocalDate day,
        ReciprocityEntry.State state,
        int count,
        @Nullable MoneyJson value,
        @Nullable LocalDate dueOn) {

    static ReciprocityEntryView of(ReciprocityEntry entry) {
        return new ReciprocityEntryView(
                entry.id(),
                entry.referralId(),
                entry.flow(),
                entry.day(),
                entry.state(),
                entry.count(),
                entry.value() == null ? null : MoneyJson.of(entry.value()),
                entry.dueOn());
    }
}
