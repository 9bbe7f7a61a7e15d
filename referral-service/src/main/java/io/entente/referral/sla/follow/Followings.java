package io.entente.referral.sla.follow;

import java.util.Optional;

/** Stores how far running clocks have followed the calendars, so that another instance can go on after a crash. */
public interface Followings {

    Optional<Following> find(String code);

    /** Stores the state. If two instances store theirs, the later one counts; both have examined what precedes it. */
    void keep(Following following);
}
