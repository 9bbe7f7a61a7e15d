package io.entente.platform.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Limits how often something that costs somebody else's attention, such as a mail, is done for one client or one address in an hour. Who
 * it is stays in memory and is forgotten after an hour. Each instance of a service counts for itself.
 */
public final class HourlyAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Ticker ticker;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perHour how often in an hour
     * @param clients that are remembered; a further client takes the place of the one that was quiet for longest
     */
    public HourlyAllowance(int perHour, int clients, Ticker ticker) {
        if (perHour < 1 || clients < 1) {
            throw new IllegalArgumentException("perHour and clients must be at least 1");
        }
        this.perHour = perHour;
        this.ticker = ticker;
        this.buckets = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(clients)
                .expireAfterAccess(HOUR)
                .build();
    }

    /** Counts one more. Of the allowance, a part comes back with time. @throws ErrorResponseException 429 if none is left */
    public void take(String client) {
        ConsumptionProbe probe = buckets.get(client, unused -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refused(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perHour)
                        .refillGreedy(perHour, HOUR)
                        .build())
                .withCustomTimePrecision(new ElapsedTime(ticker))
                .build();
    }

    private static ErrorResponseException refused(long seconds) {
        ErrorResponseException refusal = new ErrorResponseException(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "This was sent too often. Send it again in %d s.".formatted(seconds)),
                null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusal;
    }
}
