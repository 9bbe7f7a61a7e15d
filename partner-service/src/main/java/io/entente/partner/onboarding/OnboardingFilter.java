package io.entente.partner.onboarding;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects onboardings and names their order. What is null selects all.
 *
 * @param text words of the partner's name
 * @param statuses one of these; all if there is none
 * @param owner only onboardings in which this owner has an open step
 * @param step only onboardings in which this step is open
 * @param isOverdue only onboardings with an overdue step, or only those without
 * @param sort by {@link #STARTED}, {@link #DUE} or {@link #NAME}
 */
public record OnboardingFilter(
        @Nullable SearchText text,
        List<OnboardingStatus> statuses,
        @Nullable String partnerId,
        @Nullable PartnershipModel model,
        @Nullable String owner,
        @Nullable String step,
        @Nullable Boolean isOverdue,
        SortOrder sort) {

    /** By the time at which it began. */
    public static final String STARTED = "started";

    /** By the next due date. Onboardings without an open step come last in ascending order. */
    public static final String DUE = "due";

    /** By the partner's name, without regard to case and accents. */
    public static final String NAME = "name";

    public OnboardingFilter {
        statuses = List.copyOf(statuses);
    }
}
