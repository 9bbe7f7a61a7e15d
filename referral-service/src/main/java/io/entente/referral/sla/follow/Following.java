package io.entente.referral.sla.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the running clocks have followed a calendar.
 *
 * @param code the calendar's code
 * @param version the version that they follow
 * @param kinds how many kinds of open clocks have been examined completely
 * @param after the last referral that was examined of the next kind; null if none was
 * @param examined the open clocks that were examined
 * @param failed how many of them could not be changed in this pass
 * @param resumeAt nothing is done before; null if there is nothing to wait for
 * @param endedAt when all had been examined; null while some have not
 */
public record Following(
        String code,
        int version,
        int kinds,
        @Nullable String after,
        long examined,
        int failed,
        @Nullable Instant resumeAt,
        @Nullable Instant endedAt) {

    static Following start(String code, int version) {
        return new Following(code, version, 0, null, 0, 0, null, null);
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    boolean waits(Instant now) {
        return resumeAt != null && now.isBefore(resumeAt);
    }

    Following examined(String last, int count, int failures) {
        return new Following(code, version, kinds, last, examined + count, failed + failures, null, null);
    }

    Following nextKind() {
        return new Following(code, version, kinds + 1, null, examined, failed, null, null);
    }

    Following ended(Instant now) {
        return new Following(code, version, kinds, null, examined, failed, null, now);
    }

    Following again(Instant at) {
        return new Following(code, version, 0, null, 0, 0, at, null);
    }
}
