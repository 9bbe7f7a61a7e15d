package io.entente.referral.sla.follow;

import io.entente.referral.sla.ClockedReferrals;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaState;
import io.entente.referral.sla.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through all open clocks after a calendar has changed, so that those that follow it do so now. A clock follows its calendar
 * whenever its referral is changed, and doing it twice changes nothing. Several instances can therefore do this at the same time, and
 * one that stops in between leaves only work to repeat. Paused clocks follow when they resume.
 */
public final class FollowCalendars {

    private static final Logger LOG = LoggerFactory.getLogger(FollowCalendars.class);

    /** The number of referrals that are read at once. */
    public static final int ROUND = 200;

    /** By then, every instance starts clocks with the new version. */
    static final Duration SETTLED = Duration.ofSeconds(2);

    /** After a pass in which some referrals could not be changed, the next pass begins this much later. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final List<String> OPEN_KEYS = Arrays.stream(SlaKind.values())
            .flatMap(kind -> Stream.of(SlaState.RUNNING, SlaState.BREACHED).map(state -> SlaClock.openKey(kind, state)))
            .toList();

    private final SlaPolicies policies;
    private final ClockedReferrals referrals;
    private final Followings followings;
    private final Clock clock;
    /** Saves a look into the store for each calendar that all clocks have followed. */
    private final Map<String, Integer> ended = new ConcurrentHashMap<>();

    public FollowCalendars(SlaPolicies policies, ClockedReferrals referrals, Followings followings, Clock clock) {
        this.policies = policies;
        this.referrals = referrals;
        this.followings = followings;
        this.clock = clock;
    }

    /**
     * Goes on with the calendars that have changed.
     *
     * @param limit the maximum number of referrals of each calendar to examine; the next run goes on after them
     */
    public void run(int limit) {
        for (BusinessCalendar calendar : policies.inForce().newestFollowed()) {
            if (ended.getOrDefault(calendar.code(), 0) < calendar.version()) {
                follow(calendar, limit);
            }
        }
    }

    private void follow(BusinessCalendar calendar, int limit) {
        Instant now = clock.instant();
        Following following = followings
                .find(calendar.code())
                .filter(known -> known.version() >= calendar.version())
                .orElseGet(() -> Following.start(calendar.code(), calendar.version()));
        Instant changedAt = Objects.requireNonNull(calendar.changedAt());
        if (!following.hasEnded() && !following.waits(now) && !now.isBefore(changedAt.plus(SETTLED))) {
            following = pass(following, now, limit);
        }
        if (following.hasEnded()) {
            ended.put(following.code(), following.version());
        }
    }

    private Following pass(Following start, Instant now, int limit) {
        Following following = start;
        for (int done = 0; done < limit && !Thread.currentThread().isInterrupted(); done += ROUND) {
            if (following.kinds() >= OPEN_KEYS.size()) {
                following = following.failed() == 0 ? following.ended(now) : following.again(now.plus(PAUSE));
                followings.keep(following);
                return following;
            }
            following = round(following, now);
            followings.keep(following);
        }
        return following;
    }

    private Following round(Following following, Instant now) {
        List<String> found = referrals.withOpenClock(OPEN_KEYS.get(following.kinds()), following.after(), ROUND);
        int failures = (int)
                found.stream().filter(referral -> !advanced(referral, now)).count();
        Following next =
                found.isEmpty() ? following : following.examined(found.get(found.size() - 1), found.size(), failures);
        return found.size() < ROUND ? next.nextKind() : next;
    }

    /** A referral that can't be changed now must not delay the others. */
    private boolean advanced(String referral, Instant now) {
        try {
            referrals.advance(referral, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The clocks of {} could not follow their calendar; the next pass tries again: {}",
                    referral,
                    e.toString());
            return false;
        }
    }
}
