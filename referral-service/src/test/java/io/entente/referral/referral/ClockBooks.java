package io.entente.referral.referral;

import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an inbound referral's clocks must be, reckoned in the simplest way: of each promise how long it was owed, not counting when
 * it waited for the partner. Written from the design and not from the code, with {@link ClockMother}'s promises.
 */
final class ClockBooks {

    private static final Set<CommandName> NEWS = Set.of(
            CommandName.CONTACT,
            CommandName.MEETING,
            CommandName.PROPOSAL,
            CommandName.NOTES,
            CommandName.REFUSE_EXTENSION,
            CommandName.EXTEND_PROTECTION,
            CommandName.CONTEST,
            CommandName.SETTLE);

    private final List<Run> runs = new ArrayList<>();

    /** One run of a promise, as the books and the referral can both tell it. */
    record Ran(SlaKind kind, Instant startedAt, SlaState state, int told) {}

    private static final class Run {
        private final SlaKind kind;
        private final Instant startedAt;
        private Duration owed = Duration.ZERO;
        private @Nullable Instant since;
        private @Nullable SlaState ended;

        Run(SlaKind kind, Instant at) {
            this.kind = kind;
            this.startedAt = at;
            this.since = at;
        }

        void until(Instant now) {
            if (ended == null && since != null) {
                owed = owed.plus(Duration.between(since, now));
                since = now;
            }
        }

        boolean isLate() {
            return owed.compareTo(within()) >= 0;
        }

        void end(SlaState inTime) {
            ended = isLate() ? SlaState.BREACHED : inTime;
        }

        Ran ran() {
            SlaState open = isLate() ? SlaState.BREACHED : since == null ? SlaState.PAUSED : SlaState.RUNNING;
            Duration within = within();
            List<Duration> milestones = List.of(
                    within.dividedBy(2),
                    within.multipliedBy(4).dividedBy(5),
                    within,
                    within.plusHours(4),
                    within.plusHours(24));
            int told = (int) milestones.stream()
                    .filter(milestone -> milestone.compareTo(owed) <= 0)
                    .count();
            return new Ran(kind, startedAt, ended == null ? open : ended, told);
        }

        private Duration within() {
            return Duration.ofHours(kind == SlaKind.RESPONSE ? 20 : 24);
        }
    }

    ClockBooks(Instant submittedAt) {
        runs.add(new Run(SlaKind.RESPONSE, submittedAt));
    }

    /** A command changed the referral. */
    void changed(CommandName command, ReferralStatus now, Instant at) {
        until(at);
        if (NEWS.contains(command)) {
            end(SlaKind.NEXT_UPDATE, SlaState.MET);
        }
        if (now != ReferralStatus.ACTION_REQUIRED) {
            end(SlaKind.PARTNER_FOLLOW_UP, now == ReferralStatus.UNDER_REVIEW ? SlaState.MET : SlaState.CANCELLED);
        }
        switch (now) {
            case SUBMITTED, UNDER_REVIEW, REOPENED, CONFLICTED -> {
                owed(SlaKind.RESPONSE, at);
                cancel(SlaKind.FIRST_MEETING, SlaKind.NEXT_UPDATE);
            }
            case ACTION_REQUIRED -> {
                pause();
                owed(SlaKind.PARTNER_FOLLOW_UP, at);
            }
            case ACCEPTED, CONTACTED -> {
                end(SlaKind.RESPONSE, SlaState.MET);
                owed(SlaKind.FIRST_MEETING, at);
                owed(SlaKind.NEXT_UPDATE, at);
            }
            case MEETING_HELD, PROPOSAL_SENT -> {
                end(SlaKind.FIRST_MEETING, SlaState.MET);
                owed(SlaKind.NEXT_UPDATE, at);
            }
            case WON -> {
                end(SlaKind.RESPONSE, SlaState.MET);
                end(SlaKind.FIRST_MEETING, SlaState.MET);
                end(SlaKind.NEXT_UPDATE, SlaState.MET);
            }
            case DECLINED -> end(SlaKind.RESPONSE, SlaState.MET);
            case DUPLICATE, LOST, EXPIRED -> {
                end(SlaKind.RESPONSE, SlaState.MET);
                cancel(SlaKind.FIRST_MEETING);
                end(SlaKind.NEXT_UPDATE, SlaState.MET);
            }
            case WITHDRAWN -> cancel(SlaKind.RESPONSE);
        }
    }

    /** All runs as they are at a time, after everything until then was announced. */
    List<Ran> at(Instant now) {
        until(now);
        return runs.stream().map(Run::ran).toList();
    }

    static Ran ran(SlaClock clock, int told) {
        SlaState open = clock.isPaused() && clock.state() == SlaState.RUNNING ? SlaState.PAUSED : clock.state();
        return new Ran(clock.kind(), clock.startedAt(), open, told);
    }

    private void until(Instant now) {
        runs.forEach(run -> run.until(now));
    }

    private void owed(SlaKind kind, Instant at) {
        Run run = open(kind);
        if (run == null) {
            runs.add(new Run(kind, at));
        } else if (run.since == null) {
            run.since = at;
        }
    }

    private void pause() {
        Run run = open(SlaKind.RESPONSE);
        if (run != null) {
            run.since = null;
        }
    }

    private void cancel(SlaKind... kinds) {
        for (SlaKind kind : kinds) {
            end(kind, SlaState.CANCELLED);
        }
    }

    private void end(SlaKind kind, SlaState inTime) {
        Run run = open(kind);
        if (run != null) {
            run.end(inTime);
        }
    }

    private @Nullable Run open(SlaKind kind) {
        return runs.stream()
                .filter(run -> run.kind == kind && run.ended == null)
                .findFirst()
                .orElse(null);
    }
}
