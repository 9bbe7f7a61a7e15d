package io.entente.sandbox.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs tokens of demo users without a sign-in page. */
final class DemoTokens {

    static final Duration GOOD_FOR = Duration.ofHours(8);

    private final DemoIdentities identities;
    private final JwtEncoder encoder;
    private final IdentityServer.Settings settings;
    private final Clock clock;

    DemoTokens(DemoIdentities identities, JwtEncoder encoder, IdentityServer.Settings settings, Clock clock) {
        this.identities = identities;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token of one of the firm's users with a role.
     *
     * @param role in the form of a path: {@code partner-manager}
     * @param person counted from 1
     * @return absent if the firm has no such role or person
     */
    Optional<String> ofRole(String role, int person) {
        return identities.users().claimsOfRole(role, person).map(this::sign);
    }

    /** A token of the first user of any partner. */
    String ofPartner(String partnerId) {
        return ofPartner(partnerId, 1);
    }

    /**
     * A token of a user of any partner.
     *
     * @param person counted from 1
     */
    String ofPartner(String partnerId, int person) {
        return sign(identities.users().claimsOfPartner(partnerId, person));
    }

    /** A token of a user of the demo's first partner; absent if the demo has not been played. */
    Optional<String> ofFirstPartner(int person) {
        return identities.users().partnerIds().stream().findFirst().map(partnerId -> ofPartner(partnerId, person));
    }

    private String sign(Map<String, Object> user) {
        Instant now = clock.instant();
        JwtClaimsSet claims = IdentityClaims.of(user)
                .issuer(settings.issuer())
                .issuedAt(now)
                .expiresAt(now.plus(GOOD_FOR))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
