package io.entente.commission.deals.mongo;

import static io.entente.platform.domain.lists.ListEntry.filter;

import com.mongodb.client.model.Updates;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFacts.Search;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What payments and refunds are searched and filtered by. A fact that came before its deal learns of the client and the partners when
 * the deal comes.
 */
final class ListedFacts {

    static final List<String> ORDERS = List.of("day");

    /** Raised by one if entries are made in another way. */
    static final int FORM = 1;

    private static final int MAX_WORDS = 24;

    private static final String REGISTER = "register";
    private static final String DEAL = "deal";
    private static final String PARTNER = "partner";
    private static final String UNMATCHED = "unmatched";

    private ListedFacts() {}

    /**
     * The entry of a fact. Voids and reversals aren't listed, so they have an empty one.
     *
     * @param deal the credits of its deal; empty if the deal is unknown
     */
    static ListEntry of(DealFact fact, List<Credited> deal, boolean isUnmatched) {
        if (fact.kind() == Kind.REVERSAL || fact.kind().isVoid()) {
            return ListEntry.of(List.of(), SearchTerms.of(0), Map.of());
        }
        String register = fact.kind().register().name();
        List<String> filters = new ArrayList<>(List.of(filter(REGISTER, register), filter(DEAL, fact.dealId())));
        if (isUnmatched) {
            filters.add(filter(UNMATCHED, register));
        }
        filters.addAll(partners(deal));
        String day = start(fact.on()) + " " + register + " " + fact.id();
        SearchTerms terms = SearchTerms.of(MAX_WORDS, fact.id(), fact.dealId()).and(client(deal));
        return ListEntry.of(filters, terms, Map.of(ORDERS.get(0), day));
    }

    /** The entry as a document. */
    static Document document(ListEntry entry) {
        return new Document("filters", entry.filters())
                .append("starts", entry.starts())
                .append("words", entry.words())
                .append("by", new Document(Map.copyOf(entry.by())));
    }

    /** Adds what the deal tells of a fact that came before it. */
    static Bson known(List<Credited> deal) {
        SearchTerms client = client(deal);
        return Updates.combine(
                Updates.addEachToSet(IndexedList.FIELD + ".filters", partners(deal)),
                Updates.addEachToSet(IndexedList.FIELD + ".starts", client.starts()),
                Updates.addEachToSet(IndexedList.FIELD + ".words", client.words()));
    }

    /** Takes a fact off the unmatched ones. */
    static Bson matched() {
        return Updates.pullAll(
                IndexedList.FIELD + ".filters",
                List.of(filter(UNMATCHED, Kind.PAYMENT.name()), filter(UNMATCHED, Kind.REFUND.name())));
    }

    static ListQuery query(Search wanted) {
        String register = wanted.register().name();
        List<List<String>> filters = new ArrayList<>();
        if (wanted.dealId() != null) {
            filters.add(List.of(filter(DEAL, wanted.dealId())));
        }
        if (wanted.partner() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partner().value())));
        }
        filters.add(List.of(filter(wanted.unmatched() ? UNMATCHED : REGISTER, register)));
        LocalDate to = wanted.to();
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.named().stream()
                        .map(named -> filter(PARTNER, named.value()))
                        .toList(),
                start(wanted.from()),
                to == null ? null : start(to.plusDays(1)),
                new SortOrder(ORDERS.get(0), false));
    }

    private static List<String> partners(List<Credited> deal) {
        return deal.stream()
                .map(credited -> filter(PARTNER, credited.partnerId().value()))
                .distinct()
                .toList();
    }

    private static SearchTerms client(List<Credited> deal) {
        return SearchTerms.of(MAX_WORDS, deal.isEmpty() ? null : deal.get(0).clientKey());
    }

    private static @Nullable String start(@Nullable LocalDate day) {
        return day == null
                ? null
                : SortKey.start(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
