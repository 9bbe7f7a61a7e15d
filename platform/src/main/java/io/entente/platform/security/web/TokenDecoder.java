package io.entente.platform.security.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.entente.platform.security.ContradictoryClaimsException;
import io.entente.platform.security.TokenClaims;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies tokens: signed with RS256 by a key of the issuer, by this issuer, for this audience, not expired, and with claims
 * that say who the caller is.
 */
final class TokenDecoder {

    private static final String INVALID = "invalid_token";

    private static final MappedJwtClaimSetConverter CLAIMS = MappedJwtClaimSetConverter.withDefaults(Map.of());

    private TokenDecoder() {}

    static NimbusJwtDecoder of(JWSKeySelector<SecurityContext> keys, OAuth2TokenValidator<Jwt> validator) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(keys);
        // RFC 9068 calls access tokens at+jwt, and many servers don't use it yet.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // Spring's validators check the claims, with the service's clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(TokenDecoder::claims);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** Spring makes up a time of issue for a token that has none. */
    private static Map<String, Object> claims(Map<String, Object> sent) {
        Map<String, Object> converted = new HashMap<>(Objects.requireNonNull(CLAIMS.convert(sent)));
        if (!sent.containsKey(JwtClaimNames.IAT)) {
            converted.remove(JwtClaimNames.IAT);
        }
        return converted;
    }

    /** Keys that the identity server publishes, each with its id. */
    static JWSKeySelector<SecurityContext> published(JWKSource<SecurityContext> keys) {
        return new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
    }

    /** A key that doesn't change, from a file in PEM, whichever id a token names. */
    static JWSKeySelector<SecurityContext> keyIn(Resource file) {
        try (InputStream pem = file.getInputStream()) {
            RSAPublicKey key =
                    Objects.requireNonNull(RsaKeyConverters.x509().convert(pem), "a converter gives a key or throws");
            return new SingleKeyJWSKeySelector<>(JWSAlgorithm.RS256, key);
        } catch (IOException e) {
            throw new UncheckedIOException("The public key %s is not readable".formatted(file), e);
        }
    }

    static OAuth2TokenValidator<Jwt> validator(
            String issuer, List<String> audiences, TokenClaims claims, SignInProperties properties, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(properties.clockSkew());
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                token -> check(token.getExpiresAt() != null, "The token must expire (exp)."),
                token -> life(token, properties, clock.instant()),
                new JwtIssuerValidator(issuer),
                token -> check(isFor(token.getAudience(), audiences), "The token is for another audience (aud)."),
                token -> clear(token, claims));
    }

    /** A token from the future, or one for years, comes from a server that is set up wrongly, or from somebody who has its key. */
    private static OAuth2TokenValidatorResult life(Jwt token, SignInProperties properties, Instant now) {
        Instant issued = Objects.requireNonNullElse(token.getIssuedAt(), now);
        Instant expires = Objects.requireNonNullElse(token.getExpiresAt(), now);
        if (issued.isAfter(now.plus(properties.clockSkew()))) {
            return check(false, "The token was issued in the future (iat).");
        }
        Duration longest = properties.longestTokenLife();
        return check(
                !expires.isAfter(issued.plus(longest).plus(properties.clockSkew())),
                "The token must not be good for longer than %s (exp).".formatted(longest));
    }

    private static boolean isFor(@Nullable Collection<String> audience, List<String> ours) {
        return audience != null && !Collections.disjoint(audience, ours);
    }

    private static OAuth2TokenValidatorResult clear(Jwt token, TokenClaims claims) {
        try {
            claims.caller(token.getClaims());
            return OAuth2TokenValidatorResult.success();
        } catch (ContradictoryClaimsException e) {
            return check(false, String.valueOf(e.getMessage()));
        }
    }

    private static OAuth2TokenValidatorResult check(boolean valid, String otherwise) {
        return valid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(INVALID, otherwise, null));
    }
}
