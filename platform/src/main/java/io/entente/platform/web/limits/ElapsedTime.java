package io.entente.platform.web.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;

/** Time that passes, unaffected by changes of the wall clock. */
record ElapsedTime(Ticker ticker) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
