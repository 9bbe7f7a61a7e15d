package io.entente.platform.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.web.limits.LimitsProperties.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the requests of each client in a bucket that fills again with time. A bucket that is full again is forgotten. */
final class ClientRates {

    private static final long ADMITTED = 0;

    private final Rate rate;
    private final ElapsedTime time;
    private final Cache<String, Bucket> buckets;

    ClientRates(Rate rate, Ticker ticker) {
        this.rate = rate;
        this.time = new ElapsedTime(ticker);
        this.buckets = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(rate.clients())
                .expireAfterAccess(Duration.ofSeconds(1 + rate.burst() / rate.perSecond()))
                .build();
    }

    /** Counts a request. Returns 0 if it is admitted, and otherwise the seconds until the next one will be. */
    long secondsToWait(String client) {
        ConsumptionProbe probe = buckets.get(client, unused -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? ADMITTED : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rate.burst())
                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1))
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
