package io.entente.sandbox.identity;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into access tokens what the services read. */
final class IdentityClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The audience of all services. */
    static final String AUDIENCE = "entente";

    private final DemoIdentities identities;

    IdentityClaims(DemoIdentities identities) {
        this.identities = identities;
    }

    /** The claims of a demo user for the services. */
    static JwtClaimsSet.Builder of(Map<String, Object> user) {
        return JwtClaimsSet.builder().audience(List.of(AUDIENCE)).claims(claims -> claims.putAll(user));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        context.getClaims().audience(List.of(AUDIENCE));
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            context.getClaims().claim("client_id", context.getRegisteredClient().getClientId());
            return;
        }
        Authentication user = context.getPrincipal();
        if (user != null) {
            identities.users().claims(user.getName()).ifPresent(known -> context.getClaims()
                    .claims(claims -> claims.putAll(known)));
        }
    }
}
