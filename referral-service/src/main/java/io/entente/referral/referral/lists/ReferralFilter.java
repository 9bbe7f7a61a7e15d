package io.entente.referral.referral.lists;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ReferralStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects referrals and names their order. What is null selects all.
 *
 * @param text words of the client's name, the texts or the service
 * @param statuses one of these; all if there is none
 * @param from submitted at this instant or later
 * @param to submitted before this instant
 * @param service the service, without regard to case and accents
 * @param owner who has to keep one of the open promises, such as {@code role:ops}; a role can go without {@code role:}, and
 *     a person is found too
 * @param importWaits only referrals with an imported stage that waits, because another partner has the client
 * @param author only referrals that this actor has submitted, such as {@code partner:par_1/u-4}
 * @param sort by {@link #SUBMITTED}, {@link #UPDATED}, {@link #DUE} or {@link #VALUE}
 */
public record ReferralFilter(
        @Nullable SearchText text,
        List<ReferralStatus> statuses,
        @Nullable String partnerId,
        @Nullable Direction direction,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String service,
        @Nullable String owner,
        boolean importWaits,
        @Nullable String author,
        SortOrder sort) {

    /** By the time of submission. */
    public static final String SUBMITTED = "submitted";

    /** By the time of the last change. */
    public static final String UPDATED = "updated";

    /** By the due date of the first open promise. Referrals without one come last in ascending order. */
    public static final String DUE = "due";

    /** By the currency of the expected value and then by the amount. Referrals without one come first in ascending order. */
    public static final String VALUE = "value";

    public ReferralFilter {
        statuses = List.copyOf(statuses);
    }
}
