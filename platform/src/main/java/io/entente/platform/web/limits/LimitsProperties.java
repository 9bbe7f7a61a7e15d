package io.entente.platform.web.limits;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of a service towards its clients ({@code entente.limits.*}). Those of connections and headers are Spring Boot's own,
 * {@code server.tomcat.*}.
 *
 * @param rate how many requests a client may send
 * @param bodyTime how long a request body may take to arrive; then the answer is 408
 * @param headers are added to each answer; a blank value removes one
 */
@ConfigurationProperties("entente.limits")
record LimitsProperties(
        @DefaultValue Rate rate, @DefaultValue("20s") Duration bodyTime, @DefaultValue Map<String, String> headers) {

    /**
     * @param enabled whether clients are limited; not while something is measured
     * @param perSecond requests that a client may send in a second for as long as it likes
     * @param burst requests that a client may send at once after a pause
     * @param clients that are remembered; a further client takes the place of the one that was quiet for longest
     */
    record Rate(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("200") int perSecond,
            @DefaultValue("2000") int burst,
            @DefaultValue("100000") int clients) {

        Rate {
            if (perSecond < 1 || burst < perSecond || clients < 1) {
                throw new IllegalArgumentException(
                        "entente.limits.rate: per-second and clients must be at least 1, and burst at least per-second");
            }
        }
    }
}
