package io.entente.partner.partnership;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a partner is found by in the list, and which filters a query needs. People at the partner aren't searched. */
public final class ListedPartner {

    /** Raise it if {@link #of} changes, so that stored partners get new entries when the service starts. */
    public static final int FORM = 4;

    public static final List<String> ORDERS = List.of(PartnerFilter.APPLIED, PartnerFilter.NAME);

    private static final int MAX_WORDS = 80;
    private static final String ID = "id";
    private static final String COUNTRY = "country";
    private static final String TIER = "tier";
    private static final String MODEL = "model";
    private static final String STATUS = "status";

    private ListedPartner() {}

    public static ListEntry of(Partner partner) {
        RegisterPartner of = partner.application();
        String id = partner.id().value();
        return ListEntry.of(
                filters(partner),
                SearchTerms.of(
                        MAX_WORDS,
                        of.name(),
                        of.details().domain(),
                        String.join(" ", of.details().services()),
                        String.join(" ", of.details().industries()),
                        of.details().idealClient()),
                Map.of(
                        PartnerFilter.APPLIED, SortKey.of(partner.appliedAt(), id),
                        PartnerFilter.NAME, SortKey.of(of.name(), id)));
    }

    private static List<String> filters(Partner partner) {
        RegisterPartner of = partner.application();
        PartnerDetails details = of.details();
        List<String> filters = new ArrayList<>(List.of(
                filter(ID, partner.id().value()),
                filter(COUNTRY, of.country()),
                filter(TIER, of.tier().name()),
                filter(MODEL, of.model().name()),
                filter(STATUS, partner.status().name())));
        add(filters, PartnerFilter.DOMAIN, details.domain());
        add(filters, PartnerFilter.OWNER, details.owner());
        add(filters, PartnerFilter.POSITIONING, details.positioning());
        add(filters, PartnerFilter.MERGED_INTO, partner.standing().mergedInto());
        addAll(filters, PartnerFilter.TERRITORY, details.territory());
        addAll(filters, PartnerFilter.INDUSTRY, details.industries());
        addAll(filters, PartnerFilter.SERVICE, details.services());
        addAll(filters, PartnerFilter.LANGUAGE, details.languages());
        addAll(filters, PartnerFilter.RISK, partner.risks());
        return filters;
    }

    private static void add(List<String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.add(detail(name, value));
        }
    }

    private static void addAll(List<String> filters, String name, List<?> values) {
        values.forEach(value -> filters.add(detail(name, value)));
    }

    private static String detail(String name, Object value) {
        return filter(name, value.toString().toLowerCase(Locale.ROOT));
    }

    /** The query for a filter. The filters that select the fewest partners come first. */
    public static ListQuery query(PartnerFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.id() != null) {
            filters.add(List.of(filter(ID, wanted.id())));
        }
        new TreeMap<>(wanted.details()).forEach((name, value) -> filters.add(List.of(detail(name, value))));
        if (wanted.country() != null) {
            filters.add(List.of(filter(COUNTRY, wanted.country())));
        }
        if (wanted.tier() != null) {
            filters.add(List.of(filter(TIER, wanted.tier().name())));
        }
        if (wanted.model() != null) {
            filters.add(List.of(filter(MODEL, wanted.model().name())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        return new ListQuery(filters, wanted.text(), null, null, wanted.sort());
    }
}
