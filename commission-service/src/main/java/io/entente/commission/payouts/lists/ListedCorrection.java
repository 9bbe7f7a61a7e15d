package io.entente.commission.payouts.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A correction of an outcome with its payout, as the list finds it. The keys of its order never change. */
public record ListedCorrection(Payout payout, OutcomeCorrection correction) {

    public static final List<String> ORDERS = List.of(CorrectionFilter.ASKED);

    private static final int MAX_WORDS = 20;

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String PARTNER_AND_STATUS = "partner-status";

    /**
     * The entry of the correction.
     *
     * @param statuses the statuses by which it is found: its own, and while it changes also the next one
     */
    public ListEntry entry(Set<OutcomeCorrection.Status> statuses) {
        String id = correction.id();
        String partner = payout.partnerId().value();
        List<String> filters = new ArrayList<>(List.of(filter(PARTNER, partner)));
        for (OutcomeCorrection.Status status : statuses) {
            filters.add(filter(STATUS, status.name()));
            filters.add(filter(PARTNER_AND_STATUS, partner, status.name()));
        }
        return ListEntry.of(
                filters,
                SearchTerms.of(
                        MAX_WORDS, id, payout.id().endToEndId(), payout.id().value(), payout.batchId(), partner),
                Map.of(CorrectionFilter.ASKED, SortKey.of(correction.askedAt(), id)));
    }

    /** The query for a filter. */
    public static ListQuery query(CorrectionFilter wanted) {
        PartnerId partner = wanted.partner();
        List<List<String>> filters = new ArrayList<>();
        if (!wanted.statuses().isEmpty()) {
            filters.add(statuses(
                    wanted,
                    status -> partner == null
                            ? filter(STATUS, status)
                            : filter(PARTNER_AND_STATUS, partner.value(), status)));
        } else if (partner != null) {
            filters.add(List.of(filter(PARTNER, partner.value())));
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.named().stream()
                        .map(named -> filter(PARTNER, named.value()))
                        .toList(),
                start(wanted.from()),
                start(wanted.before()),
                wanted.sort());
    }

    private static List<String> statuses(CorrectionFilter wanted, Function<String, String> filter) {
        return wanted.statuses().stream().map(Enum::name).sorted().map(filter).toList();
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
