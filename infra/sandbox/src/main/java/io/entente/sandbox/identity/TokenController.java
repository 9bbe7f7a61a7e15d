package io.entente.sandbox.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final DemoTokens tokens;

    TokenController(DemoTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/token/{role}")
    ResponseEntity<String> token(
            @PathVariable String role,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(defaultValue = "1") int person,
            HttpServletRequest request) {
        if (!isLocal(request)) {
            return text(
                    HttpStatus.FORBIDDEN,
                    "This server gives tokens to programs on this machine only, not to web pages.");
        }
        if (role.equals("partner")) {
            return ofPartner(partnerId, person);
        }
        return tokens.ofRole(role, person)
                .map(token -> text(HttpStatus.OK, token))
                .orElseGet(
                        () -> text(
                                HttpStatus.NOT_FOUND,
                                "There is no such role or person: " + role.replaceAll("[^A-Za-z0-9-]", "?")
                                        + ". The roles are partner, partner-manager, finance, ops and admin, with ?person=1 to 9."));
    }

    private ResponseEntity<String> ofPartner(@Nullable String wanted, int person) {
        if (person < 1 || person > DemoUsers.PERSONS) {
            return text(HttpStatus.NOT_FOUND, "A partner has the users ?person=1 to %d.".formatted(DemoUsers.PERSONS));
        }
        Optional<String> token =
                wanted == null ? tokens.ofFirstPartner(person) : Optional.of(tokens.ofPartner(wanted, person));
        return token.map(signed -> text(HttpStatus.OK, signed))
                .orElseGet(() -> text(
                        HttpStatus.NOT_FOUND,
                        "The demo has not been played, so name a partner: /token/partner?partnerId=<id>."));
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
