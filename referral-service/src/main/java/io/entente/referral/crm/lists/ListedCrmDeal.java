package io.entente.referral.crm.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.lists.CrmDealFilter.Kind;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a deal of a CRM is found by in the two lists, and which filters a query needs. */
public final class ListedCrmDeal {

    /** Raise it if {@link #of} changes, so that stored deals get new entries when the service starts. */
    public static final int FORM = 1;

    public static final List<String> ORDERS = List.of(CrmDealFilter.HEARD, CrmDealFilter.SINCE);

    private static final int MAX_WORDS = 40;
    private static final String LIST = "list";
    private static final String LIST_OF_CRM = "list-crm";
    private static final String REASON = "reason";
    private static final String REASON_AND_CRM = "reason-crm";

    private ListedCrmDeal() {}

    /** Returns null for a deal that is in neither list, which are nearly all. */
    public static @Nullable ListEntry of(CrmDeal deal) {
        String crm = deal.crm().source();
        List<Wait> waits = waits(deal);
        List<String> filters = new ArrayList<>();
        if (deal.state() == CrmDeal.State.UNLINKED) {
            filters.addAll(ofKind(Kind.UNLINKED, crm));
        }
        if (!waits.isEmpty()) {
            filters.addAll(ofKind(Kind.WAITING, crm));
        }
        for (Wait wait : waits) {
            filters.add(filter(REASON, wait.reason().name()));
            filters.add(filter(REASON_AND_CRM, wait.reason().name(), crm));
        }
        Map<String, String> keys = Map.of(
                CrmDealFilter.HEARD, SortKey.of(deal.firstHeardAt(), deal.id()),
                CrmDealFilter.SINCE, SortKey.of(since(waits), deal.id()));
        return filters.isEmpty() ? null : ListEntry.of(filters, terms(deal), keys);
    }

    /** What the list shows. The changes of stage and terms of a deal without a link are not applied, so they don't wait yet. */
    public static List<Wait> waits(CrmDeal deal) {
        return deal.waits().stream()
                .filter(wait ->
                        deal.referralId() != null || wait.reason().subject().isOfUnlinked())
                .toList();
    }

    /** The query for a filter. */
    public static ListQuery query(CrmDealFilter wanted) {
        Crm crm = wanted.crm();
        WaitReason reason = wanted.reason();
        List<List<String>> filters = new ArrayList<>();
        if (reason != null) {
            filters.add(List.of(
                    crm == null ? filter(REASON, reason.name()) : filter(REASON_AND_CRM, reason.name(), crm.source())));
        }
        filters.add(List.of(
                crm == null
                        ? filter(LIST, wanted.kind().name())
                        : filter(LIST_OF_CRM, wanted.kind().name(), crm.source())));
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.from() == null ? null : SortKey.start(wanted.from()),
                wanted.to() == null ? null : SortKey.start(wanted.to()),
                wanted.sort());
    }

    private static List<String> ofKind(Kind kind, String crm) {
        return List.of(filter(LIST, kind.name()), filter(LIST_OF_CRM, kind.name(), crm));
    }

    private static SearchTerms terms(CrmDeal deal) {
        Stream<@Nullable String> ids = Stream.of(
                deal.crmDealId(),
                deal.links().namedId(),
                deal.referralId() == null ? null : deal.referralId().value());
        Stream<String> stages = deal.waiting().stream().map(CrmDeal.StageChange::stage);
        return SearchTerms.of(MAX_WORDS, Stream.concat(ids, stages).toArray(String[]::new));
    }

    private static @Nullable Instant since(List<Wait> waits) {
        return waits.stream().map(Wait::since).min(Comparator.naturalOrder()).orElse(null);
    }
}
