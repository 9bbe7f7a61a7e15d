package io.entente.partner.partnership;

import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects partners and names their order. What is null selects all.
 *
 * @param text words of the partner's name
 * @param statuses one of these; all if there is none
 * @param id only the partner with this id
 * @param details values by what they are compared with, such as {@link #DOMAIN}
 * @param sort by {@link #APPLIED} or {@link #NAME}
 */
public record PartnerFilter(
        @Nullable SearchText text,
        List<PartnerStatus> statuses,
        @Nullable Tier tier,
        @Nullable PartnershipModel model,
        @Nullable String country,
        @Nullable String id,
        Map<String, String> details,
        SortOrder sort) {

    /** By the time of the application. */
    public static final String APPLIED = "applied";

    /** By the name, without regard to case and accents. */
    public static final String NAME = "name";

    public static final String DOMAIN = "domain";

    public static final String TERRITORY = "territory";

    public static final String INDUSTRY = "industry";

    public static final String SERVICE = "service";

    public static final String POSITIONING = "positioning";

    public static final String LANGUAGE = "language";

    /** The person of the firm who is responsible for the partnership. */
    public static final String OWNER = "owner";

    /** The record with which the company goes on. */
    public static final String MERGED_INTO = "mergedInto";

    /** What could end the partnership. */
    public static final String RISK = "risk";

    public PartnerFilter {
        details = Map.copyOf(details);
        statuses = List.copyOf(statuses);
    }
}
