package io.entente.referral.referral.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.view.NextStep;
import io.entente.referral.referral.view.NextSteps;
import io.entente.referral.referral.view.Readers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/referrals/{id}/timeline}: all that happened to a referral, and what comes next by when. */
@RestController
class TimelineController {

    private final Referrals referrals;
    private final List<NextSteps> nextSteps;

    TimelineController(Referrals referrals, List<NextSteps> nextSteps) {
        this.referrals = referrals;
        this.nextSteps = List.copyOf(nextSteps);
    }

    /**
     * A page of what happened, oldest first.
     *
     * @param upcoming what comes next, soonest first; the same on every page
     */
    record TimelineView(
            String referralId,
            ReferralStatus status,
            List<HappenedView> items,
            @Nullable String next,
            List<NextStep> upcoming) {}

    /** @param note what a note says, where one was added */
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

    /** An entry with its place in the whole history, which is its cursor. */
    private record Placed(int place, HistoryEntry entry) {

        String cursor() {
            return "%06d".formatted(place);
        }
    }

    @GetMapping("/api/referrals/{id}/timeline")
    TimelineView timeline(@PathVariable String id, PageRequest page, Actor actor) {
        Referral referral = referrals
                .find(new ReferralId(id))
                .filter(found -> Readers.mayRead(actor, found))
                .orElseThrow(() -> new NotFoundException("referral", id));
        List<HistoryEntry> history = referral.history();
        List<Placed> found = IntStream.range(0, history.size())
                .mapToObj(place -> new Placed(place, history.get(place)))
                .filter(placed -> !placed.entry().internal() || !Readers.isPartner(actor))
                .filter(placed -> page.after() == null || placed.cursor().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        Page<HappenedView> items = Page.of(found, page, Placed::cursor).map(placed -> view(placed.entry(), referral));
        return new TimelineView(id, referral.status(), items.items(), items.next(), upcoming(referral));
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
