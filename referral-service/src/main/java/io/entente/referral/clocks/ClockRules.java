package io.entente.referral.clocks;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClocks;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaRun;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

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

    private static final Map<SlaKind, Map<ReferralStatus, Duty>> TABLE = new EnumMap<>(SlaKind.class);

    static {
        for (ReferralStatus status : ReferralStatus.values()) {
            row(SlaKind.RESPONSE).put(status, response(status));
            row(SlaKind.FIRST_MEETING).put(status, firstMeeting(status));
            row(SlaKind.PARTNER_FOLLOW_UP).put(status, followUp(status));
            row(SlaKind.NEXT_UPDATE).put(status, nextUpdate(status));
        }
    }

    static Duty duty(SlaKind kind, ReferralStatus status) {
        Duty duty = row(kind).get(status);
        return duty == null ? Duty.DROPPED : duty;
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
            switch (isOf(kind, direction) ? duty(kind, next) : Duty.DROPPED) {
                case RUNS -> {
                    if (now.isLive()) {
                        run.runs(kind, direction, promises);
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

    private static boolean isOf(SlaKind kind, Direction direction) {
        return switch (kind) {
            case RESPONSE, NEXT_UPDATE -> true;
            case FIRST_MEETING -> direction == Direction.INBOUND;
            case PARTNER_FOLLOW_UP -> direction == Direction.OUTBOUND;
        };
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

    private static Duty nextUpdate(ReferralStatus status) {
        return switch (status) {
            case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT -> Duty.RUNS;
            case WON, LOST, DUPLICATE, EXPIRED -> Duty.KEPT;
            default -> Duty.DROPPED;
        };
    }

    private static Map<ReferralStatus, Duty> row(SlaKind kind) {
        return TABLE.computeIfAbsent(kind, name -> new EnumMap<>(ReferralStatus.class));
    }
}
