package io.entente.commission.commissions.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.ledger.TransactionId;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A commission as the list finds it.
 *
 * @param begun the transaction with which it began
 */
public record ListedCommission(Commission state, TransactionId begun) {

    /** The first order is the one of the filter's period. Its keys change if a deal's day is corrected. */
    public static final List<String> ORDERS =
            List.of(CommissionFilter.EARNED, CommissionFilter.BEGUN, CommissionFilter.UPDATED, CommissionFilter.AMOUNT);

    /** More distinct words aren't indexed. */
    static final int MAX_WORDS = 20;

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String PARTNER_AND_STATUS = "partner-status";
    private static final String HOLD = "hold";
    private static final String CURRENCY = "currency";
    private static final String PLAN = "plan";

    /** The entry of a commission that is written at a time. */
    public ListEntry entry(Instant now) {
        String id = state.id().value();
        return ListEntry.of(
                filters(),
                SearchTerms.of(
                        MAX_WORDS,
                        state.deal().client().organisation(),
                        state.deal().dealId()),
                Map.of(
                        CommissionFilter.EARNED, start(state.deal().earnedOn()) + " " + begun,
                        CommissionFilter.BEGUN, begun.toString(),
                        CommissionFilter.UPDATED, SortKey.of(now, id),
                        CommissionFilter.AMOUNT, SortKey.of(state.net(), id)));
    }

    private List<String> filters() {
        String partner = state.partnerId().value();
        String status = state.status().name();
        List<String> filters = new ArrayList<>(List.of(
                filter(PARTNER, partner),
                filter(STATUS, status),
                filter(PARTNER_AND_STATUS, partner, status),
                filter(CURRENCY, state.accrued().getCurrencyUnit().getCode()),
                filter(PLAN, state.plan().code())));
        state.holds().forEach(hold -> filters.add(filter(HOLD, hold.kind().name())));
        return filters;
    }

    /** The query for a filter. The filters that select the fewest commissions come first. */
    public static ListQuery query(CommissionFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        String partner = wanted.partnerId();
        if (partner != null) {
            filters.add(
                    wanted.statuses().isEmpty()
                            ? List.of(filter(PARTNER, partner))
                            : statuses(wanted, status -> filter(PARTNER_AND_STATUS, partner, status.name())));
        }
        if (wanted.hold() != null) {
            filters.add(List.of(filter(HOLD, wanted.hold().name())));
        }
        if (partner == null && !wanted.statuses().isEmpty()) {
            filters.add(statuses(wanted, status -> filter(STATUS, status.name())));
        }
        if (wanted.plan() != null) {
            filters.add(List.of(filter(PLAN, wanted.plan())));
        }
        if (wanted.currency() != null) {
            filters.add(List.of(filter(CURRENCY, wanted.currency().getCode())));
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.from() == null ? null : start(wanted.from()),
                wanted.to() == null ? null : start(wanted.to().plusDays(1)),
                wanted.sort());
    }

    private static List<String> statuses(CommissionFilter wanted, Function<CommissionStatus, String> filter) {
        return wanted.statuses().stream().map(filter).distinct().toList();
    }

    private static String start(LocalDate day) {
        return SortKey.start(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
