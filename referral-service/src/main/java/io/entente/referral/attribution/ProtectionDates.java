package io.entente.referral.attribution;

import java.time.Instant;
import java.util.List;

/** The planned ends of protections and the reminders before them, in the order of time. */
public interface ProtectionDates {

    /**
     * A planned action.
     *
     * @param protectedUntil the end of protection that it was planned for; if the referral has another end by then, the action
     *     has no effect
     */
    record Due(Instant at, Action action, String referralId, Instant protectedUntil) {}

    /** The kinds of planned actions. */
    enum Action {
        REMIND,
        EXPIRE
    }

    /** Plans actions. An action that is planned already is not planned again. */
    void plan(List<Due> dates);

    /** The actions that are due by a time, in their order. */
    List<Due> due(Instant by, int limit);

    void done(Due due);
}
