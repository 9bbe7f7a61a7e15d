package io.entente.partner.agreements;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agreement is found by in the list, and which filters a query needs. */
public final class ListedAgreement {

    public static final List<String> ORDERS =
            List.of(AgreementFilter.DRAFTED, AgreementFilter.ENDS, AgreementFilter.TITLE);

    private static final int MAX_WORDS = 40;
    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String PLAN = "plan";
    private static final String PLAN_SEEN = "planSeen";
    private static final String SEEN = "seen";
    private static final String CONTRADICTS = "contradicts";
    private static final String YES = "yes";

    private ListedAgreement() {}

    public static ListEntry of(Agreement agreement) {
        String id = agreement.id().value();
        List<String> filters = new ArrayList<>();
        filters.add(filter(PARTNER, agreement.partner().value()));
        filters.add(filter(STATUS, agreement.status().name()));
        filters.add(
                filter(CONTRADICTS, String.valueOf(!agreement.contradictions().isEmpty())));
        if (agreement.isSeenByPartner()) {
            filters.add(filter(SEEN, YES));
        }
        plan(agreement.latest()).map(plan -> filter(PLAN, plan)).ifPresent(filters::add);
        agreement
                .latestSeenByPartner()
                .flatMap(ListedAgreement::plan)
                .map(plan -> filter(PLAN_SEEN, plan))
                .ifPresent(filters::add);
        return ListEntry.of(
                filters,
                SearchTerms.of(MAX_WORDS, agreement.title()),
                Map.of(
                        AgreementFilter.DRAFTED, SortKey.of(agreement.draftedAt(), id),
                        AgreementFilter.ENDS,
                                SortKey.of(
                                        agreement.endsOn() == null
                                                ? null
                                                : agreement
                                                        .endsOn()
                                                        .atStartOfDay(ZoneOffset.UTC)
                                                        .toInstant(),
                                        id),
                        AgreementFilter.TITLE, SortKey.of(agreement.title(), id)));
    }

    private static Optional<String> plan(AgreementVersion version) {
        return Optional.ofNullable(version.terms().compensation().planCode());
    }

    /** The query for a filter. The filters that select the fewest agreements come first. */
    public static ListQuery query(AgreementFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partnerId() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partnerId())));
        }
        if (wanted.plan() != null) {
            filters.add(List.of(filter(wanted.seenByPartner() ? PLAN_SEEN : PLAN, wanted.plan())));
        }
        if (wanted.contradicts() != null) {
            filters.add(List.of(filter(CONTRADICTS, wanted.contradicts().toString())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        if (wanted.seenByPartner()) {
            filters.add(List.of(filter(SEEN, YES)));
        }
        return new ListQuery(filters, wanted.text(), null, null, wanted.sort());
    }
}
