package io.entente.partner.onboarding;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an onboarding is found by in the list, and which filters a query needs. */
public final class ListedOnboarding {

    public static final List<String> ORDERS =
            List.of(OnboardingFilter.STARTED, OnboardingFilter.DUE, OnboardingFilter.NAME);

    private static final int MAX_WORDS = 40;
    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String MODEL = "model";
    private static final String OWNER = "owner";
    private static final String STEP = "step";
    private static final String OVERDUE = "overdue";

    private ListedOnboarding() {}

    public static ListEntry of(Onboarding onboarding) {
        String id = onboarding.id();
        List<OnboardingStep> open = onboarding.status() == OnboardingStatus.RUNNING
                ? onboarding.steps().stream().filter(OnboardingStep::isOpen).toList()
                : List.of();
        List<String> filters = new ArrayList<>(List.of(
                filter(PARTNER, onboarding.partnerId()),
                filter(STATUS, onboarding.status().name()),
                filter(MODEL, onboarding.model().name()),
                filter(OVERDUE, String.valueOf(open.stream().anyMatch(step -> step.remindedAt() != null)))));
        open.forEach(step -> {
            filters.add(filter(OWNER, step.owner()));
            filters.add(filter(STEP, step.code()));
        });
        return ListEntry.of(
                filters,
                SearchTerms.of(MAX_WORDS, onboarding.partnerName()),
                Map.of(
                        OnboardingFilter.STARTED, SortKey.of(onboarding.startedAt(), id),
                        OnboardingFilter.DUE, SortKey.of(nextDue(open), id),
                        OnboardingFilter.NAME, SortKey.of(onboarding.partnerName(), id)));
    }

    private static @Nullable Instant nextDue(List<OnboardingStep> open) {
        return open.stream()
                .map(OnboardingStep::dueOn)
                .min(Comparator.naturalOrder())
                .map((LocalDate day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(null);
    }

    /** The query for a filter. The filters that select the fewest onboardings come first. */
    public static ListQuery query(OnboardingFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        add(filters, PARTNER, wanted.partnerId());
        add(filters, OWNER, wanted.owner());
        add(filters, OVERDUE, wanted.isOverdue());
        add(filters, STEP, wanted.step());
        add(filters, MODEL, wanted.model());
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        return new ListQuery(filters, wanted.text(), null, null, wanted.sort());
    }

    private static void add(List<List<String>> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.add(List.of(filter(name, value.toString())));
        }
    }
}
