package io.entente.referral.referral;

import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.sla.SlaClocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a changed copy of a referral for a command or for the store. Referrals are made only here, so a new component
 * of {@link Referral} needs one more method in this class.
 */
public final class ReferralDraft {

    private final ReferralId id;
    private SubmitReferral introduction;
    private final Instant submittedAt;
    private long version;
    private long sequence;
    private ReferralStatus status = ReferralStatus.SUBMITTED;
    private SlaClocks clocks = SlaClocks.NONE;
    private @Nullable Consent consent;
    private List<Inquiry> inquiries = List.of();
    private Referral.@Nullable Acceptance acceptance;
    private Progress progress = Progress.NONE;
    private Referral.@Nullable Outcome outcome;
    private @Nullable ReferralId duplicateOf;
    private List<CreditShare> credit = List.of();
    private List<Rating> ratings = List.of();
    private List<Note> notes = List.of();
    private List<HistoryEntry> history = List.of();
    private @Nullable ImportMark imported;

    public ReferralDraft(ReferralId id, SubmitReferral introduction, Instant submittedAt) {
        this.id = id;
        this.introduction = introduction;
        this.submittedAt = submittedAt;
        this.consent = introduction.consent();
    }

    /** Starts with a copy of a referral. */
    public static ReferralDraft of(Referral from) {
        return new ReferralDraft(from.id(), from.introduction(), from.submittedAt())
                .version(from.version())
                .sequence(from.sequence())
                .status(from.status())
                .clocks(from.clocks())
                .consent(from.consent())
                .inquiries(from.inquiries())
                .acceptance(from.acceptance())
                .progress(from.progress())
                .outcome(from.outcome())
                .duplicateOf(from.duplicateOf())
                .credit(from.credit())
                .ratings(from.ratings())
                .notes(from.notes())
                .history(from.history())
                .imported(from.imported());
    }

    public Referral referral() {
        return new Referral(
                id,
                version,
                sequence,
                status,
                introduction,
                submittedAt,
                clocks,
                consent,
                inquiries,
                acceptance,
                progress,
                outcome,
                duplicateOf,
                credit,
                ratings,
                notes,
                history,
                imported);
    }

    public ReferralDraft version(long written) {
        version = written;
        return this;
    }

    public ReferralDraft sequence(long ofLastEvent) {
        sequence = ofLastEvent;
        return this;
    }

    public ReferralDraft status(ReferralStatus now) {
        status = now;
        return this;
    }

    public ReferralDraft clocks(SlaClocks all) {
        clocks = all;
        return this;
    }

    public ReferralDraft client(Client described) {
        introduction = introduction.withClient(described);
        return this;
    }

    public ReferralDraft introduction(SubmitReferral changed) {
        introduction = changed;
        return this;
    }

    public ReferralDraft consent(@Nullable Consent given) {
        consent = given;
        return this;
    }

    public ReferralDraft inquiries(List<Inquiry> all) {
        inquiries = all;
        return this;
    }

    public ReferralDraft acceptance(Referral.@Nullable Acceptance accepted) {
        acceptance = accepted;
        return this;
    }

    public ReferralDraft progress(Progress made) {
        progress = made;
        return this;
    }

    public ReferralDraft outcome(Referral.@Nullable Outcome ended) {
        outcome = ended;
        return this;
    }

    public ReferralDraft duplicateOf(@Nullable ReferralId holder) {
        duplicateOf = holder;
        return this;
    }

    public ReferralDraft credit(List<CreditShare> ofLaterDeals) {
        credit = ofLaterDeals;
        return this;
    }

    public ReferralDraft ratings(List<Rating> all) {
        ratings = all;
        return this;
    }

    public ReferralDraft notes(List<Note> all) {
        notes = all;
        return this;
    }

    public ReferralDraft history(List<HistoryEntry> all) {
        history = all;
        return this;
    }

    public ReferralDraft imported(@Nullable ImportMark mark) {
        imported = mark;
        return this;
    }

    /** Adds an entry at the end of the history. */
    public ReferralDraft record(HistoryEntry entry) {
        history = and(history, entry);
        return this;
    }

    /**
     * Adds what happened on the clocks. Breaches and escalations go into the history; reminders and kept promises are
     * only published.
     *
     * @param last the number of the referral's last event before these
     */
    public ReferralDraft recordClocks(List<ReferralEvent> told, long last) {
        long number = last;
        for (ReferralEvent event : told) {
            number++;
            if (event instanceof ReferralEvent.ClockTold clock && clock.isForTheRecord()) {
                record(HistoryEntry.ofClock(clock, status, number));
            }
        }
        return this;
    }

    /** Returns a copy of the list with one more element at its end. */
    public static <T> List<T> and(List<T> before, T added) {
        List<T> all = new ArrayList<>(before);
        all.add(added);
        return all;
    }
}
