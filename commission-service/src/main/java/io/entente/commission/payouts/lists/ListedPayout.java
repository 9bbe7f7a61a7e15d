package io.entente.commission.payouts.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A payout as the list finds it. The keys of its orders never change. */
public final class ListedPayout {

    public static final List<String> ORDERS = List.of(PayoutFilter.PLANNED, PayoutFilter.AMOUNT);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 20;

    private static final String PARTNER = "partner";
    private static final String STATE = "state";
    private static final String PARTNER_AND_STATE = "partner-state";
    private static final String CURRENCY = "currency";

    private ListedPayout() {}

    /** The entry of a payout. It has ids alone, because names and accounts of payees are encrypted. */
    public static ListEntry of(Payout payout) {
        String id = payout.id().value();
        String partner = payout.partnerId().value();
        String state = payout.state().name();
        return ListEntry.of(
                List.of(
                        filter(PARTNER, partner),
                        filter(STATE, state),
                        filter(PARTNER_AND_STATE, partner, state),
                        filter(CURRENCY, payout.amount().getCurrencyUnit().getCode())),
                SearchTerms.of(MAX_WORDS, payout.id().endToEndId(), id, payout.batchId(), partner),
                Map.of(
                        PayoutFilter.PLANNED, SortKey.of(payout.plannedAt(), id),
                        PayoutFilter.AMOUNT, SortKey.of(payout.amount(), id)));
    }

    /** The query for a filter. The filters that select the fewest payouts come first. */
    public static ListQuery query(PayoutFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        PartnerId partner = wanted.partner();
        if (partner != null && wanted.states().isEmpty()) {
            filters.add(List.of(filter(PARTNER, partner.value())));
        } else if (!wanted.states().isEmpty()) {
            filters.add(states(
                    wanted,
                    state -> partner == null
                            ? filter(STATE, state)
                            : filter(PARTNER_AND_STATE, partner.value(), state)));
        }
        if (wanted.currency() != null) {
            filters.add(List.of(filter(CURRENCY, wanted.currency().getCode())));
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

    private static List<String> states(PayoutFilter wanted, Function<String, String> filter) {
        return wanted.states().stream().map(Enum::name).sorted().map(filter).toList();
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
