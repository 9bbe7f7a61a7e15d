package io.entente.referral.referral.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.FoldedWords;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.SlaClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a referral is found by in the list, and which filters a query needs. */
public final class ListedReferral {

    /** Raise it if {@link #of} changes, so that stored referrals get new entries when the service starts. */
    public static final int FORM = 5;

    public static final List<String> ORDERS =
            List.of(ReferralFilter.SUBMITTED, ReferralFilter.UPDATED, ReferralFilter.DUE, ReferralFilter.VALUE);

    /** More distinct words aren't indexed. The words of the client and the service come first. */
    static final int MAX_WORDS = 40;

    private static final String PARTNER = "partner";
    private static final String AUTHOR = "author";
    private static final String STATUS = "status";
    private static final String PARTNER_AND_STATUS = "partner-status";
    private static final String DIRECTION = "direction";
    private static final String SERVICE = "service";
    private static final String OWNER = "owner";
    private static final String IMPORT_WAITS = "import-waits";

    private ListedReferral() {}

    /** The entry of a referral that is written at a time. */
    public static ListEntry of(Referral referral, Instant updatedAt) {
        SubmitReferral introduction = referral.introduction();
        String id = referral.id().value();
        return ListEntry.of(
                filters(referral),
                terms(introduction),
                Map.of(
                        ReferralFilter.SUBMITTED, SortKey.of(referral.submittedAt(), id),
                        ReferralFilter.UPDATED, SortKey.of(updatedAt, id),
                        ReferralFilter.DUE, SortKey.of(due(referral), id),
                        ReferralFilter.VALUE, SortKey.of(value(referral), id)));
    }

    private static List<String> filters(Referral referral) {
        SubmitReferral introduction = referral.introduction();
        String partner = introduction.partnerId();
        String status = referral.status().name();
        List<String> filters = new ArrayList<>(List.of(
                filter(PARTNER, partner),
                filter(AUTHOR, referral.submittedBy()),
                filter(STATUS, status),
                filter(PARTNER_AND_STATUS, partner, status),
                filter(DIRECTION, introduction.direction().name()),
                filter(SERVICE, folded(introduction.service()))));
        for (SlaClock clock : referral.clocks().open()) {
            filters.add(filter(OWNER, clock.owner()));
            if (clock.person() != null) {
                filters.add(filter(OWNER, clock.person()));
            }
        }
        referral.waitingStage().ifPresent(stage -> filters.add(filter(IMPORT_WAITS)));
        return filters;
    }

    private static SearchTerms terms(SubmitReferral introduction) {
        ContactFreeText contactFree = new ContactFreeText(introduction.client().contact());
        return SearchTerms.of(
                MAX_WORDS,
                introduction.client().organisation(),
                introduction.client().domain(),
                introduction.service(),
                contactFree.of(introduction.challenge()),
                contactFree.of(introduction.context()),
                contactFree.of(introduction.promises()));
    }

    /** The expected value, or the amount in the row of an import, which has none if the deal was won. */
    private static @Nullable Money value(Referral referral) {
        Money expected = referral.introduction().expectedValue();
        ImportMark mark = referral.imported();
        MoneyJson imported = mark == null ? null : mark.value();
        return expected == null && imported != null ? imported.toMoney() : expected;
    }

    private static @Nullable Instant due(Referral referral) {
        return referral.clocks().open().stream()
                .map(SlaClock::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The query for a filter. The filters that select the fewest referrals come first. */
    public static ListQuery query(ReferralFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        String partner = wanted.partnerId();
        if (wanted.importWaits()) {
            filters.add(List.of(filter(IMPORT_WAITS)));
        }
        if (wanted.author() != null) {
            filters.add(List.of(ofAuthor(wanted.author())));
        }
        if (partner != null && wanted.statuses().isEmpty()) {
            filters.add(List.of(filter(PARTNER, partner)));
        }
        if (partner != null && !wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(PARTNER_AND_STATUS, partner, status.name()))
                    .distinct()
                    .toList());
        }
        if (wanted.owner() != null) {
            filters.add(List.of(filter(OWNER, Owners.named(wanted.owner()))));
        }
        if (wanted.service() != null) {
            filters.add(List.of(filter(SERVICE, folded(wanted.service()))));
        }
        if (partner == null && !wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        if (wanted.direction() != null) {
            filters.add(List.of(filter(DIRECTION, wanted.direction().name())));
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.from() == null ? null : SortKey.start(wanted.from()),
                wanted.to() == null ? null : SortKey.start(wanted.to()),
                wanted.sort());
    }

    /** The filter for the referrals of a partner. */
    public static String ofPartner(String partnerId) {
        return filter(PARTNER, partnerId);
    }

    /** The filter for the referrals that an actor has submitted. */
    public static String ofAuthor(String actor) {
        return filter(AUTHOR, actor);
    }

    private static String folded(String text) {
        return String.join(" ", FoldedWords.of(text));
    }
}
