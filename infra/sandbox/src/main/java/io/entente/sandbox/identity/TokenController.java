package io.entente.sandbox.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code GET /token/{role}}: a token of a demo user in plain text, so that a curl command needs no sign-in page. Only the sandbox
 * has it, and it answers this machine only.
 */
@RestController
final class TokenController {

    static final Duration GOOD_FOR = Duration.ofHours(8);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final DemoIdentities identities;
    private final JwtEncoder encoder;
    private final IdentityServer.Settings settings;
    private final Clock clock;

    TokenController(DemoIdentities identities, JwtEncoder encoder, IdentityServer.Settings settings, Clock clock) {
        this.identities = identities;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/token/{role}")
    ResponseEntity<String> token(
            @PathVariable String role,
            @RequestParam(required = false) @Nullable String partnerId,
            HttpServletRequest request) {
        if (!isLocal(request)) {
            return text(
                    HttpStatus.FORBIDDEN,
                    "This server gives tokens to programs on this machine only, not to web pages.");
        }
        if (role.equals("partner")) {
            return ofPartner(partnerId);
        }
        return identities
                .users()
                .claimsOfRole(role)
                .map(claims -> text(HttpStatus.OK, sign(claims)))
                .orElseGet(() -> text(
                        HttpStatus.NOT_FOUND,
                        "There is no role " + role.replaceAll("[^A-Za-z0-9-]", "?")
                                + ". The roles are partner, partner-manager, finance, ops and admin."));
    }

    private ResponseEntity<String> ofPartner(@Nullable String wanted) {
        DemoUsers users = identities.users();
        Optional<String> partnerId =
                wanted == null ? users.partnerIds().stream().findFirst() : Optional.of(wanted);
        return partnerId
                .map(id -> text(HttpStatus.OK, sign(users.claimsOfPartner(id))))
                .orElseGet(() -> text(
                        HttpStatus.NOT_FOUND,
                        "The demo has not been played, so name a partner: /token/partner?partnerId=<id>."));
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

    /** A web page could ask with a name of its own that points to this machine; browsers then send that name. */
    private static boolean isLocal(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String named = host == null
                ? null
                : UriComponentsBuilder.fromUriString("http://" + host).build().getHost();
        return named != null && LOCAL.contains(named) && request.getHeader("Origin") == null;
    }

    private static ResponseEntity<String> text(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
