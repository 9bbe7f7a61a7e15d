package io.entente.referral.referral;

import static io.entente.referral.referral.ReferralStatus.ACCEPTED;
import static io.entente.referral.referral.ReferralStatus.ACTION_REQUIRED;
import static io.entente.referral.referral.ReferralStatus.CONFLICTED;
import static io.entente.referral.referral.ReferralStatus.CONTACTED;
import static io.entente.referral.referral.ReferralStatus.DECLINED;
import static io.entente.referral.referral.ReferralStatus.DUPLICATE;
import static io.entente.referral.referral.ReferralStatus.EXPIRED;
import static io.entente.referral.referral.ReferralStatus.LOST;
import static io.entente.referral.referral.ReferralStatus.MEETING_HELD;
import static io.entente.referral.referral.ReferralStatus.PROPOSAL_SENT;
import static io.entente.referral.referral.ReferralStatus.REOPENED;
import static io.entente.referral.referral.ReferralStatus.SUBMITTED;
import static io.entente.referral.referral.ReferralStatus.UNDER_REVIEW;
import static io.entente.referral.referral.ReferralStatus.WITHDRAWN;
import static io.entente.referral.referral.ReferralStatus.WON;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Defines which state each command leads to from each state. Commands, refusals, the API's {@code possible} and the
 * tests all use this table. Any command that the table doesn't name is refused.
 */
public final class Lifecycle {

    private static final ReferralStatus[] UNANSWERED = {SUBMITTED, REOPENED, UNDER_REVIEW};
    private static final ReferralStatus[] UNDECIDED = {SUBMITTED, REOPENED, UNDER_REVIEW, ACTION_REQUIRED};
    private static final ReferralStatus[] TAKEN_ON = {ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT};

    private static final Map<CommandName, Map<ReferralStatus, ReferralStatus>> TABLE = new EnumMap<>(CommandName.class);

    static {
        leads(CommandName.REVIEW, UNDER_REVIEW, SUBMITTED, REOPENED);
        leads(CommandName.REQUEST_INFORMATION, ACTION_REQUIRED, UNANSWERED);
        leads(CommandName.PROVIDE_INFORMATION, UNDER_REVIEW, ACTION_REQUIRED);
        leads(CommandName.ACCEPT, ACCEPTED, UNANSWERED);
        // A partner that never answers the questions can also be declined.
        leads(CommandName.DECLINE, DECLINED, UNDECIDED);
        leads(CommandName.WITHDRAW, WITHDRAWN, UNDECIDED);
        leads(CommandName.WITHDRAW, WITHDRAWN, CONFLICTED);
        leads(CommandName.CONTACT, CONTACTED, ACCEPTED);
        leads(CommandName.MEETING, MEETING_HELD, ACCEPTED, CONTACTED, MEETING_HELD);
        stays(CommandName.MEETING, PROPOSAL_SENT);
        leads(CommandName.PROPOSAL, PROPOSAL_SENT, TAKEN_ON);
        leads(CommandName.DEALS, WON, TAKEN_ON);
        stays(CommandName.DEALS, WON);
        // A deal is written before its referral becomes WON, so the referral may have changed in between. The deal
        // stands.
        leads(CommandName.WIN, WON, REOPENED, UNDER_REVIEW, ACTION_REQUIRED, CONFLICTED, DUPLICATE);
        leads(CommandName.WIN, WON, DECLINED, WITHDRAWN, LOST, EXPIRED);
        leads(CommandName.WIN, WON, TAKEN_ON);
        stays(CommandName.WIN, WON);
        // The referral goes back to the state before its first deal. This is the state if its history doesn't name one.
        leads(CommandName.UNWIN, ACCEPTED, WON);
        stays(CommandName.REVERSE_DEAL, WON);
        stays(CommandName.CORRECT_DEAL, WON);
        stays(CommandName.END_ENGAGEMENT, WON);
        stays(CommandName.SATISFACTION, WON);
        leads(CommandName.LOSE, LOST, TAKEN_ON);
        leads(CommandName.EXPIRE, EXPIRED, TAKEN_ON);
        stays(CommandName.REQUEST_EXTENSION, TAKEN_ON);
        stays(CommandName.REFUSE_EXTENSION, TAKEN_ON);
        stays(CommandName.EXTEND_PROTECTION, TAKEN_ON);
        leads(CommandName.REOPEN, REOPENED, LOST, EXPIRED);
        stays(CommandName.CONSENT, ReferralStatus.values());
        stays(CommandName.NOTES, ReferralStatus.values());
        stays(CommandName.REMIND, TAKEN_ON);
        leads(CommandName.CONFLICT, CONFLICTED, UNDECIDED);
        // The other referral of the conflict is gone, and the next one has the claim.
        stays(CommandName.CONFLICT, CONFLICTED);
        stays(CommandName.CONTEST, UNDECIDED);
        stays(CommandName.CONTEST, TAKEN_ON);
        stays(CommandName.CONTEST, CONFLICTED, WON);
        // Only an appeal can bring a duplicate back.
        leads(CommandName.SETTLE, UNDER_REVIEW, CONFLICTED, DUPLICATE);
        stays(CommandName.SETTLE, UNDECIDED);
        stays(CommandName.SETTLE, TAKEN_ON);
        stays(CommandName.SETTLE, WON);
        leads(CommandName.YIELD, DUPLICATE, CONFLICTED);
        leads(CommandName.YIELD, DUPLICATE, UNDECIDED);
        leads(CommandName.YIELD, DUPLICATE, TAKEN_ON);
        stays(CommandName.YIELD, DUPLICATE);
    }

    private Lifecycle() {}

    private static void leads(CommandName command, ReferralStatus to, ReferralStatus... from) {
        for (ReferralStatus status : from) {
            row(command).put(status, to);
        }
    }

    private static void stays(CommandName command, ReferralStatus... in) {
        for (ReferralStatus status : in) {
            row(command).put(status, status);
        }
    }

    private static Map<ReferralStatus, ReferralStatus> row(CommandName command) {
        return TABLE.computeIfAbsent(command, name -> new EnumMap<>(ReferralStatus.class));
    }

    /** Returns the state that a command leads to; empty if the present state doesn't allow the command. */
    public static Optional<ReferralStatus> next(ReferralStatus from, CommandName command) {
        return Optional.ofNullable(TABLE.getOrDefault(command, Map.of()).get(from));
    }

    /** Returns the commands that people may give in this state. */
    public static List<CommandName> possible(ReferralStatus status) {
        return Arrays.stream(CommandName.values())
                .filter(CommandName::isOfPeople)
                .filter(command -> next(status, command).isPresent())
                .toList();
    }

    /** Whether no command leads out of this state. Consequences of deals and their reversals are left out. */
    public static boolean isFinal(ReferralStatus status) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getKey() != CommandName.WIN && row.getKey() != CommandName.UNWIN)
                .allMatch(row -> row.getValue().getOrDefault(status, status) == status);
    }
}
