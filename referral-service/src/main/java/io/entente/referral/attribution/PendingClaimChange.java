package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of claims and conflicts that takes several writes. It is recorded before the first of them, so that the sweep
 * finishes it after a crash.
 *
 * @param since when the change began
 * @param introduction whose claim changes; absent if a conflict is settled
 * @param conflict the conflict that is settled; absent if a claim changes
 */
public record PendingClaimChange(
        String id, Instant since, @Nullable Introduction introduction, @Nullable CaseId conflict) {

    private static final String PREFIX = "pcc";

    /** Each attempt has its own id, because the end of one attempt must not remove the record of another. */
    static PendingClaimChange claiming(Introduction introduction, Instant now, IdGenerator ids) {
        return new PendingClaimChange(ids.next(PREFIX), now, introduction, null);
    }

    /** There is one for each conflict, because whoever applies its decision applies all of it. */
    static PendingClaimChange settling(CaseId conflict, Instant now) {
        return new PendingClaimChange("case/" + conflict, now, null, conflict);
    }
}
