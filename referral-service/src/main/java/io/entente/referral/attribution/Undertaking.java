package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes several writes, put on record before the first of them, so that a sweep finishes what a crash left
 * half done.
 *
 * @param id of what is being done
 * @param introduction whose claim it is about; absent where a case is to be settled
 * @param conflict the case to be settled; absent where it is about a claim
 */
public record Undertaking(String id, Instant since, @Nullable Introduction introduction, @Nullable CaseId conflict) {

    private static final String PREFIX = "utk";

    /** Each attempt is one of its own: who is done with one must not take another's off the record. */
    static Undertaking claiming(Introduction introduction, Instant now, IdGenerator ids) {
        return new Undertaking(ids.next(PREFIX), now, introduction, null);
    }

    /** One for each case: who carries a decision out, does it whole. */
    static Undertaking settling(CaseId conflict, Instant now) {
        return new Undertaking("case/" + conflict, now, null, conflict);
    }
}
