package io.entente.sandbox.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import io.entente.platform.security.ClaimNames;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.security.TokenClaims;
import io.entente.sandbox.FreePorts;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identity server as curl commands, machine clients and services meet it. */
class IdentityServerIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.find(1).get(0);

    @TempDir
    private Path directory;

    @Test
    void a_token_of_each_role_says_what_services_read() throws Exception {
        try (IdentityServer server = start()) {
            assertThat(caller(token("finance")))
                    .isEqualTo(new Caller(new Actor("user:finance"), Set.of(Role.FINANCE), Set.of()));
            assertThat(caller(token("partner-manager")).roles()).containsExactly(Role.PARTNER_MANAGER);
            assertThat(caller(token("ops")).roles()).containsExactly(Role.OPS);
            assertThat(caller(token("admin")).roles()).containsExactly(Role.ADMIN);
            assertThat(get("/token/boss").statusCode()).isEqualTo(404);

            JWTClaimsSet claims = claims(token("finance"));
            assertThat(claims.getIssuer()).isEqualTo("http://localhost:" + port);
            assertThat(claims.getAudience()).containsExactly("entente");
            assertThat(Duration.between(
                            claims.getIssueTime().toInstant(),
                            claims.getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofHours(8));
            assertThat(server.newClientSecrets()).containsOnlyKeys("erp", "crm");
        }
    }

    @Test
    void a_partners_token_is_the_first_ones_of_the_demo_or_that_of_the_one_that_is_named() throws Exception {
        try (IdentityServer server = start()) {
            assertThat(get("/token/partner").statusCode()).isEqualTo(404);
            assertThat(caller(token("partner?partnerId=par_9")).partnerId()).contains("par_9");

            server.partners(List.of("par_1", "par_2"));

            assertThat(caller(token("partner")).actor()).isEqualTo(new Actor("partner:par_1/partner-1"));
            assertThat(caller(token("partner?partnerId=par_2")).actor())
                    .isEqualTo(new Actor("partner:par_2/partner-2"));
            assertThat(caller(token("partner?person=3")).actor()).isEqualTo(new Actor("partner:par_1/partner-1-3"));
            assertThat(caller(token("partner?partnerId=par_9&person=2")).actor())
                    .isEqualTo(new Actor("partner:par_9/user-of-par_9-2"));
            assertThat(get("/token/partner?person=10").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void each_role_has_several_persons_for_decisions_that_need_two() throws Exception {
        try (IdentityServer server = start()) {
            assertThat(caller(token("finance")).actor()).isEqualTo(new Actor("user:finance"));
            assertThat(caller(token("finance?person=2")))
                    .isEqualTo(new Caller(new Actor("user:finance-2"), Set.of(Role.FINANCE), Set.of()));
            for (String unknown : List.of("finance?person=0", "finance?person=10", "finance?person=-1", "boss")) {
                assertThat(get("/token/" + unknown).statusCode()).as(unknown).isEqualTo(404);
            }
            assertThat(get("/token/finance?person=two").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_machine_client_gets_its_scopes_for_its_secret() throws Exception {
        try (IdentityServer server = start()) {
            String secret = server.newClientSecrets().get("erp");

            HttpResponse<String> answer = clientToken("erp", secret, "commission.read");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(caller(json(answer).path("access_token").asString()))
                    .isEqualTo(new Caller(new Actor("client:erp"), Set.of(), Set.of(Scope.COMMISSION_READ)));
            assertThat(clientToken("erp", "wrong", "commission.read").statusCode())
                    .isEqualTo(401);
            assertThat(clientToken("erp", secret, "crm.write").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void after_a_restart_the_key_the_secrets_and_the_partners_are_the_same() throws Exception {
        String secret;
        String before;
        try (IdentityServer server = start()) {
            server.partners(List.of("par_1"));
            secret = server.newClientSecrets().get("crm");
            before = token("finance");
        }
        try (IdentityServer server = start()) {
            assertThat(claims(before).getSubject()).isEqualTo("finance");
            assertThat(server.newClientSecrets()).isEmpty();
            assertThat(clientToken("crm", secret, "crm.write").statusCode()).isEqualTo(200);
            assertThat(caller(token("partner")).partnerId()).contains("par_1");
        }
        try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secret));
        }
    }

    @Test
    void a_web_page_gets_no_token_even_under_a_name_that_points_to_this_machine() throws Exception {
        try (IdentityServer server = start()) {
            assertThat(raw("Host: evil.example:" + port)).startsWith("HTTP/1.1 403");
            assertThat(raw("Host: localhost:%d\r\nOrigin: https://evil.example".formatted(port)))
                    .startsWith("HTTP/1.1 403");
            assertThat(raw("Host: 127.0.0.1:" + port)).startsWith("HTTP/1.1 200");
            assertThat(server.newClientSecrets()).isNotEmpty();
        }
    }

    private IdentityServer start() {
        return IdentityServer.start(
                new IdentityServer.Settings(port, directory.resolve("keys"), directory.resolve("work")));
    }

    private String token(String role) throws Exception {
        HttpResponse<String> answer = get("/token/" + role);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        return answer.body();
    }

    /** Verifies the token with the published key. */
    private JWTClaimsSet claims(String token) throws Exception {
        SignedJWT signed = SignedJWT.parse(token);
        String address =
                json(get("/.well-known/openid-configuration")).path("jwks_uri").asString();
        JWKSet keys = JWKSet.load(URI.create(address).toURL());
        assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(signed.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return signed.getJWTClaimsSet();
    }

    private Caller caller(String token) throws Exception {
        Map<String, Object> claims = claims(token).getClaims();
        return new TokenClaims(ClaimNames.DEFAULT).caller(claims);
    }

    private HttpResponse<String> clientToken(String client, String secret, String scope) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String raw(String headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /token/finance HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                            .formatted(headers)
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
