package io.entente.partner.tiers.review;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a proposal is found by in the list, and which filters a query needs. */
public final class ListedProposal {

    public static final List<String> ORDERS = List.of(ProposalFilter.PROPOSED);

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String KIND = "promotion";
    private static final String TO = "to";

    private ListedProposal() {}

    public static ListEntry of(String partnerId, TierProposal proposal) {
        return ListEntry.of(
                List.of(
                        filter(PARTNER, partnerId),
                        filter(STATUS, proposal.status().name()),
                        filter(KIND, String.valueOf(proposal.isPromotion())),
                        filter(TO, proposal.to().name())),
                SearchTerms.of(1),
                Map.of(
                        ProposalFilter.PROPOSED,
                        SortKey.of(
                                proposal.proposedOn()
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                partnerId)));
    }

    /** The query for a filter. The filters that select the fewest proposals come first. */
    public static ListQuery query(ProposalFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partnerId() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partnerId())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        if (wanted.to() != null) {
            filters.add(List.of(filter(TO, wanted.to().name())));
        }
        if (wanted.isPromotion() != null) {
            filters.add(List.of(filter(KIND, String.valueOf(wanted.isPromotion()))));
        }
        return new ListQuery(filters, null, null, null, wanted.sort());
    }
}
