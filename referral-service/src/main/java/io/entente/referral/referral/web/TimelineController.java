package io.entente.referral.referral.web;

import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent.ReferralResumed;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.view.NextStep;
import io.entente.referral.referral.view.NextSteps;
import io.entente.referral.referral.view.ReferralDeals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/referrals/{id}/timeline}: the history of a referral and the next steps with their due dates. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
class TimelineController {

    private static final String DEAL_ID = "dealId";

    private final Referrals referrals;
    private final ReferralDeals deals;
    private final List<NextSteps> nextSteps;

    TimelineController(Referrals referrals, ReferralDeals deals, List<NextSteps> nextSteps) {
        this.referrals = referrals;
        this.deals = deals;
        this.nextSteps = List.copyOf(nextSteps);
    }

    /**
     * A page of the history, oldest first.
     *
     * @param upcoming the next steps, soonest first; the same on every page
     */
    record TimelineView(
            String referralId,
            ReferralStatus status,
            List<HappenedView> items,
            @Nullable String next,
            List<NextStep> upcoming) {}

    /** @param note the text of the note if the entry is about one */
    record HappenedView(
            Instant at,
            String what,
            String actor,
            ReferralStatus status,
            Map<String, String> details,
            @Nullable String note) {

        @Override
        public String toString() {
            return "HappenedView[withheld]";
        }
    }

    /**
     * An entry with its position in the order of time, which is its cursor. Entries with the same time keep their
     * order.
     */
    private record Placed(String cursor, HistoryEntry entry) {

        static Placed of(int place, HistoryEntry entry) {
            return new Placed("%014d-%06d".formatted(entry.at().toEpochMilli(), place), entry);
        }

        /** An event of a deal comes after what happened to its referral at the same time. */
        static Placed ofDeal(HistoryEntry entry) {
            return new Placed("%014d-%s".formatted(entry.at().toEpochMilli(), name(entry)), entry);
        }

        /**
         * An event of a deal that has a consequence comes before it.
         *
         * @param place the place of the consequence in the history
         */
        static Placed ofDealBefore(int place, HistoryEntry entry) {
            return new Placed("%014d-%06d-%s".formatted(entry.at().toEpochMilli(), place - 1, name(entry)), entry);
        }

        private static String name(HistoryEntry entry) {
            return entry.what() + "-" + entry.details().get(DEAL_ID);
        }
    }

    /** Returns the history of a referral and its next due dates. */
    @AuditedRead
    @GetMapping("/api/referrals/{id}/timeline")
    TimelineView timeline(@PathVariable String id, PageRequest page, Tenant tenant) {
        Referral referral = referrals
                .find(new ReferralId(id))
                .filter(found -> tenant.covers(found.introduction().partnerId()))
                .orElseThrow(() -> new NotFoundException("referral", id));
        List<Placed> found = entries(referral)
                .filter(placed -> !placed.entry().internal() || !tenant.byPartner())
                .filter(placed -> page.after() == null || placed.cursor().compareTo(page.after()) > 0)
                .sorted(Comparator.comparing(Placed::cursor))
                .limit(page.fetch())
                .toList();
        Page<HappenedView> items = Page.of(found, page, Placed::cursor).map(placed -> view(placed.entry(), referral));
        return new TimelineView(id, referral.status(), items.items(), items.next(), upcoming(referral));
    }

    /**
     * Combines the history with the events of the deals. The history already has the deal that made the referral WON,
     * and the deals that earlier versions of the service embedded.
     */
    private Stream<Placed> entries(Referral referral) {
        List<HistoryEntry> history = referral.history();
        Set<String> known = history.stream().map(TimelineController::dealEvent).collect(Collectors.toSet());
        Stream<HistoryEntry> ofDeals = referral.wasWon() ? deals.history(referral.id()).stream() : Stream.empty();
        return Stream.concat(
                IntStream.range(0, history.size()).mapToObj(place -> Placed.of(place, history.get(place))),
                ofDeals.filter(entry -> !known.contains(dealEvent(entry))).map(entry -> placed(entry, history)));
    }

    /** A referral resumes because its last deal was reversed, with the same time if nothing came in between. */
    private static Placed placed(HistoryEntry ofDeal, List<HistoryEntry> history) {
        return IntStream.range(0, history.size())
                .filter(place -> isConsequence(history.get(place), ofDeal))
                .mapToObj(place -> Placed.ofDealBefore(place, ofDeal))
                .findFirst()
                .orElseGet(() -> Placed.ofDeal(ofDeal));
    }

    private static boolean isConsequence(HistoryEntry entry, HistoryEntry ofDeal) {
        return entry.what().equals(ReferralResumed.WHAT)
                && entry.at().equals(ofDeal.at())
                && Objects.equals(entry.details().get(DEAL_ID), ofDeal.details().get(DEAL_ID));
    }

    private static String dealEvent(HistoryEntry entry) {
        return entry.what() + " " + entry.details().get(DEAL_ID);
    }

    private List<NextStep> upcoming(Referral referral) {
        return nextSteps.stream()
                .flatMap(steps -> steps.of(referral).stream())
                .sorted(Comparator.comparing(NextStep::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static HappenedView view(HistoryEntry entry, Referral referral) {
        String noteId = entry.details().get("noteId");
        String note = referral.notes().stream()
                .filter(written -> written.id().equals(noteId))
                .map(Note::text)
                .findFirst()
                .orElse(null);
        return new HappenedView(entry.at(), entry.what(), entry.actor(), entry.status(), entry.details(), note);
    }
}
