package io.entente.referral.crm.lists;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.waiting.WaitReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects deals of CRMs and names their order. What is null selects all.
 *
 * @param kind which of the two lists
 * @param text words of the deal's id in the CRM, of the referral that it names or is linked to, or of its stage
 * @param reason only deals with a change that waits for this reason
 * @param from first heard of at this instant or later
 * @param to first heard of before this instant
 * @param sort by {@link #HEARD} or {@link #SINCE}
 */
public record CrmDealFilter(
        Kind kind,
        @Nullable SearchText text,
        @Nullable Crm crm,
        @Nullable WaitReason reason,
        @Nullable Instant from,
        @Nullable Instant to,
        SortOrder sort) {

    /** By the time at which the deal was first heard of. */
    public static final String HEARD = "heard";

    /** By the time since which a change waits. */
    public static final String SINCE = "since";

    /** A list of deals. */
    public enum Kind {
        /** Deals that are not linked to a referral. */
        UNLINKED,
        /** Deals with changes that can't be applied yet. */
        WAITING
    }
}
