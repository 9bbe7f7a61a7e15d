package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens for tests with a key of its own, so that no test needs an identity server. A service under test gets the public key
 * and the issuer as {@link #settings() arguments}.
 */
public final class TestTokens {

    public static final String ISSUER = "https://identity.entente.test";
    public static final String AUDIENCE = "entente";

    /** With this, the arguments of a service begin that say who signs callers in. */
    public static final String SETTINGS = "--spring.security.oauth2.resourceserver.jwt.";

    /** The setting by which a service accepts these tokens, which are good on each day to which a test moves its clock. */
    public static final String ANY_LIFE = "--entente.security.longest-token-life=40000d";

    private static final String[] FIRM = Arrays.stream(Role.values())
            .filter(role -> role != Role.PARTNER)
            .map(Role::name)
            .toArray(String[]::new);
    private static final String[] SCOPES =
            Arrays.stream(Scope.values()).map(Scope::wireName).toArray(String[]::new);

    /** Far enough for every clock of a test. */
    private static final Instant FAR = Instant.parse("2120-01-01T00:00:00Z");

    /** Making an RSA key takes a moment, so all tests of a JVM share one. */
    private static final TestTokens SHARED = new TestTokens(key("test-key"));

    private final RSAKey key;
    private final Path publicKey;

    private TestTokens(RSAKey key) {
        this.key = key;
        this.publicKey = pem(key);
    }

    /** The tokens that all tests of a JVM share. */
    public static TestTokens shared() {
        return SHARED;
    }

    /** Tokens of somebody else, whose key no service knows. */
    public static TestTokens ofAnotherIssuer() {
        return new TestTokens(key("test-key"));
    }

    /** The arguments that make a service accept these tokens. */
    public List<String> settings() {
        return List.of(
                SETTINGS + "issuer-uri=" + ISSUER,
                SETTINGS + "audiences=" + AUDIENCE,
                SETTINGS + "public-key-location=" + publicKey.toUri(),
                ANY_LIFE);
    }

    /** The public key as an identity server publishes it. */
    public String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A person of the firm, {@code user:<subject>}. */
    public String person(String subject, String... roles) {
        return signed(claims -> claims.subject(subject).claim("roles", List.of(roles)));
    }

    /**
     * The token of an actor: {@code user:fin-1} has every role of the firm, {@code partner:par_1} is that partner's, {@code client:erp}
     * has every scope.
     *
     * @param actor null for {@code user:test}, a person with every role of the firm
     */
    public String of(@Nullable String actor) {
        if (actor == null) {
            return person("test", FIRM);
        }
        String id = actor.substring(actor.indexOf(':') + 1);
        if (actor.startsWith("partner:")) {
            return id.contains("/") ? partner(id.split("/", 2)[0], id.split("/", 2)[1]) : partner(id);
        }
        return actor.startsWith("client:") ? client(id, SCOPES) : person(id, FIRM);
    }

    public String partnerManager() {
        return person("pm-1", "PARTNER_MANAGER");
    }

    public String finance() {
        return person("fin-1", "FINANCE");
    }

    public String ops() {
        return person("ops-1", "OPS");
    }

    public String admin() {
        return person("admin-1", "ADMIN");
    }

    /** A user of a partner, {@code partner:<partnerId>/<subject>}. */
    public String partner(String partnerId, String subject) {
        return signed(claims ->
                claims.subject(subject).claim("roles", List.of("PARTNER")).claim("partner_id", partnerId));
    }

    public String partner(String partnerId) {
        return partner(partnerId, "usr-of-" + partnerId);
    }

    /** A machine client, {@code client:<id>}, with scopes as a string with blanks between. */
    public String client(String id, String... scopes) {
        return signed(claims -> claims.subject(id).claim("client_id", id).claim("scope", String.join(" ", scopes)));
    }

    /** A client whose scopes are an array, as some identity servers write them. */
    public String clientWithScopesAsArray(String id, String... scopes) {
        return signed(claims -> claims.subject(id).claim("client_id", id).claim("scope", List.of(scopes)));
    }

    public String expired() {
        return signed(claims -> admitted(claims).expirationTime(Date.from(Instant.parse("2020-01-01T00:00:00Z"))));
    }

    public String withoutExpiry() {
        return signed(claims -> admitted(claims).expirationTime(null));
    }

    public String notYetValid() {
        return signed(claims -> admitted(claims).notBeforeTime(Date.from(FAR)));
    }

    public String issuedInTheFuture() {
        return signed(claims -> admitted(claims).issueTime(Date.from(FAR.minusSeconds(60))));
    }

    /** A token that is good for longer than any service may accept. */
    public String forEver() {
        return signed(claims -> admitted(claims)
                .issueTime(Date.from(Instant.parse("2020-01-01T00:00:00Z")))
                .expirationTime(Date.from(Instant.parse("2140-01-01T00:00:00Z"))));
    }

    public String forAnotherAudience() {
        return signed(claims -> admitted(claims).audience("another-service"));
    }

    public String byAnotherIssuer() {
        return signed(claims -> admitted(claims).issuer("https://identity.evil.test"));
    }

    /** A token that says of itself that it isn't signed. */
    public String unsigned() {
        return new PlainJWT(admitted(claims()).build()).serialize();
    }

    /** A token that is signed with the public key as if it were a shared secret. */
    public String signedWithThePublicKey() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256), admitted(claims()).build());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that is signed with the right key by another algorithm of its family. */
    public String signedBy(JWSAlgorithm algorithm) {
        return signed(key.getKeyID(), algorithm, TestTokens::admitted);
    }

    /** A good token in which somebody has changed a role. */
    public String tampered() {
        String[] parts = finance().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("FINANCE", "ADMIN").getBytes(UTF_8));
        return parts[0] + "." + other + "." + parts[2];
    }

    /** Any other token of this issuer for this audience. */
    public String signed(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(key.getKeyID(), claims);
    }

    /** A token that names another key than the one that signs it. */
    public String signed(String keyId, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(keyId, JWSAlgorithm.RS256, claims);
    }

    private String signed(String keyId, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(keyId).build(),
                    claims.apply(claims()).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder admitted(JWTClaimsSet.Builder claims) {
        return claims.subject("fin-1").claim("roles", List.of("FINANCE"));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE).expirationTime(Date.from(FAR));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(RSAKey key) {
        try {
            Path file = Files.createTempFile("entente-test-key-", ".pem");
            file.toFile().deleteOnExit();
            String base64 =
                    Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("The public key can't be written", e);
        }
    }
}
