package io.entente.referral.clocks;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.RequestInformation;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClocks;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaRun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each state means for each promise. This is the only table that starts, pauses and ends the clocks of a
 * referral. It depends on the state that a command leads to, so a new command needs no rule of its own.
 */
public final class ClockRules implements ClockPolicy {

    /** The meaning of a state for a promise. */
    enum Duty {
        /** The promise is owed, and its clock runs. */
        RUNS,
        /** The promise is owed, but its clock is paused until somebody else has acted. */
        WAITS,
        /** The promise is kept. */
        KEPT,
        /** Nobody expects the promise to be kept any more. */
        DROPPED
    }

    /** Each of these commands is news for the partner, or for the firm if the referral is outbound. */
    private static final Set<CommandName> UPDATES = EnumSet.of(
            CommandName.CONTACT,
            CommandName.MEETING,
            CommandName.PROPOSAL,
            CommandName.EXTEND_PROTECTION,
            CommandName.REFUSE_EXTENSION,
            CommandName.CONTEST,
            CommandName.SETTLE);

    /** What a promise is worth in a state. A promise that is not made in this direction is never owed. */
    static Duty duty(SlaKind kind, Direction direction, ReferralStatus status) {
        boolean isInbound = direction == Direction.INBOUND;
        return switch (kind) {
            case RESPONSE -> response(status);
            case FIRST_MEETING -> isInbound ? firstMeeting(status) : Duty.DROPPED;
            case NEXT_UPDATE -> nextUpdate(status);
            case PARTNER_FOLLOW_UP -> isInbound ? answers(status) : followUp(status);
        };
    }

    @Override
    public SlaClocks onSubmission(Direction direction, Occurrence now, Promises promises) {
        SlaRun run = SlaRun.until(SlaClocks.NONE, now.at());
        if (now.isLive()) {
            run.runs(SlaKind.RESPONSE, direction, promises);
        }
        return run.clocks();
    }

    /**
     * The partner of an imported referral hears of it again within the time for updates, counted from the import. This also applies
     * if nobody has answered the referral yet, because the time for the answer passed in the other system.
     */
    @Override
    public void afterImport(SlaRun run, Referral imported, Promises promises) {
        if (imported.status() == ReferralStatus.SUBMITTED || nextUpdate(imported.status()) == Duty.RUNS) {
            run.runs(SlaKind.NEXT_UPDATE, imported.introduction().direction(), promises);
        }
    }

    /**
     * Changes the clocks to match the state that the command leads to. History ends clocks but starts none in the past:
     * an imported open referral gets its clock at the time of the import.
     */
    @Override
    public void apply(
            SlaRun run,
            Referral before,
            ReferralCommand command,
            ReferralStatus next,
            Occurrence now,
            Promises promises) {
        Direction direction = before.introduction().direction();
        if (isUpdate(before, command, now) && !run.hasJustStarted(SlaKind.NEXT_UPDATE)) {
            run.kept(SlaKind.NEXT_UPDATE);
        }
        for (SlaKind kind : SlaKind.values()) {
            switch (duty(kind, direction, next)) {
                case RUNS -> {
                    if (now.isLive()) {
                        run.runs(kind, direction, promises, agreedDueAt(kind, command));
                    }
                }
                case WAITS -> run.waits(kind);
                case KEPT -> run.kept(kind);
                case DROPPED -> run.dropped(kind);
            }
        }
    }

    /**
     * Whether the command is news for whoever waits for it. A note that both sides can read counts, even if it says
     * that nothing has happened yet. A note of the waiting side itself doesn't.
     */
    private static boolean isUpdate(Referral before, ReferralCommand command, Occurrence now) {
        boolean sharedNote = command instanceof AddNote note && note.visibility() == Note.Visibility.SHARED;
        boolean fromReceiver = now.isByPartner() == (before.introduction().direction() == Direction.OUTBOUND);
        return UPDATES.contains(command.name()) || (sharedNote && fromReceiver);
    }

    private static Duty response(ReferralStatus status) {
        return switch (status) {
            case SUBMITTED, UNDER_REVIEW, REOPENED, CONFLICTED -> Duty.RUNS;
            case ACTION_REQUIRED -> Duty.WAITS;
            case ACCEPTED, DECLINED, DUPLICATE, CONTACTED, MEETING_HELD, PROPOSAL_SENT, WON -> Duty.KEPT;
            case LOST, WITHDRAWN, EXPIRED -> Duty.DROPPED;
        };
    }

    private static Duty firstMeeting(ReferralStatus status) {
        return switch (status) {
            case ACCEPTED, CONTACTED -> Duty.RUNS;
            case MEETING_HELD, PROPOSAL_SENT, WON -> Duty.KEPT;
            default -> Duty.DROPPED;
        };
    }

    private static Duty followUp(ReferralStatus status) {
        return switch (status) {
            case ACCEPTED -> Duty.RUNS;
            case CONTACTED, MEETING_HELD, PROPOSAL_SENT, WON -> Duty.KEPT;
            default -> Duty.DROPPED;
        };
    }

    /** The partner's answers to the firm's questions about its own referral. */
    private static Duty answers(ReferralStatus status) {
        return switch (status) {
            case ACTION_REQUIRED -> Duty.RUNS;
            case UNDER_REVIEW -> Duty.KEPT;
            default -> Duty.DROPPED;
        };
    }

    /** The due date that a command names; null if it is that of the policy. */
    private static @Nullable Instant agreedDueAt(SlaKind kind, ReferralCommand command) {
        return kind == SlaKind.PARTNER_FOLLOW_UP && command instanceof RequestInformation asking
                ? asking.answerDueAt()
                : null;
    }

    private static Duty nextUpdate(ReferralStatus status) {
        return switch (status) {
            case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT -> Duty.RUNS;
            case WON, LOST, DUPLICATE, EXPIRED -> Duty.KEPT;
            default -> Duty.DROPPED;
        };
    }
}
