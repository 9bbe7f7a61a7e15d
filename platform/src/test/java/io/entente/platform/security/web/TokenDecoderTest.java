package io.entente.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.security.ClaimNames;
import io.entente.platform.security.TokenClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenDecoderTest {

    private static final Instant NOW = Instant.parse("2026-05-07T10:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final OAuth2TokenValidator<Jwt> validator = TokenDecoder.validator(
            "https://id.example",
            List.of("entente"),
            new TokenClaims(new ClaimNames("roles", "partner_id", "")),
            new SignInProperties(
                    new SignInProperties.Claims("roles", "partner_id", ""),
                    List.of(),
                    SKEW,
                    LONGEST,
                    Duration.ofMinutes(5),
                    Duration.ofHours(24),
                    Duration.ofSeconds(2)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_token_is_good_for_a_day_after_it_was_issued_and_not_for_longer() {
        Instant issued = NOW.minus(Duration.ofHours(3));

        assertThat(refusal(issued, issued.plus(LONGEST))).isEmpty();
        assertThat(refusal(issued, issued.plus(LONGEST).plus(SKEW).plusSeconds(1)))
                .contains("must not be good for longer than PT24H");
        assertThat(refusal(issued, Instant.parse("2126-01-01T00:00:00Z"))).contains("must not be good for longer");
    }

    @Test
    void a_token_from_the_future_is_refused_and_a_clock_that_is_ahead_a_little_is_not() {
        assertThat(refusal(NOW.plus(SKEW), NOW.plus(SKEW).plusSeconds(300))).isEmpty();
        assertThat(refusal(NOW.plus(SKEW).plusSeconds(1), NOW.plusSeconds(600))).contains("in the future");
    }

    @Test
    void without_the_time_of_issue_the_life_is_counted_from_now() {
        assertThat(refusal(null, NOW.plus(LONGEST))).isEmpty();
        assertThat(refusal(null, NOW.plus(LONGEST).plus(SKEW).plusSeconds(1))).contains("must not be good for longer");
    }

    private String refusal(@Nullable Instant issued, Instant expires) {
        Jwt.Builder token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .issuer("https://id.example")
                .audience(List.of("entente"))
                .subject("fin-1")
                .claim("roles", List.of("FINANCE"))
                .expiresAt(expires);
        Jwt sent = issued == null ? token.build() : token.issuedAt(issued).build();
        return validator.validate(sent).getErrors().stream()
                .map(error -> String.valueOf(error.getDescription()))
                .reduce("", String::concat);
    }
}
