package io.entente.partner.partnership;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects partners and names their order. What is null selects all.
 *
 * @param text words of the partner's name
 * @param statuses one of these; all if there is none
 * @param id only the partner with this id
 * @param sort by {@link #APPLIED} or {@link #NAME}
 */
public record PartnerFilter(
        @Nullable SearchText text,
        List<PartnerStatus> statuses,
        @Nullable Tier tier,
        @Nullable PartnershipModel model,
        @Nullable String country,
        @Nullable String id,
        SortOrder sort) {

    /** By the time of the application. */
    public static final String APPLIED = "applied";

    /** By the name, without regard to case and accents. */
    public static final String NAME = "name";

    public PartnerFilter {
        statuses = List.copyOf(statuses);
    }
}
