package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A new API key.
 *
 * @param client the name of the system, which no machine client and no other key has had; what it does is recorded as done by client:name
 * @param scopes what it may do; those that may write are of one role
 * @param expiresAt when it expires, at most 366 days from now
 */
record ApiKeyRequest(
        @NotNull(message = "must be given")
                @Pattern(
                        regexp = "[A-Za-z0-9._-]{1,100}",
                        message = "must be 1 to 100 letters, digits, dots, hyphens and underscores, such as erp")
                String client,
        @NotEmpty(message = "must have at least one scope") @Size(max = 20, message = "must have at most 20 scopes")
                List<@NotNull(message = "must be a scope") String> scopes,
        @NotNull(message = "must be given") Instant expiresAt) {

    static final FieldError NAME_IN_USE = new FieldError(
            "client", "must be a name that no machine client and no API key has had, such as erp-import");

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param machineClients the names of the identity server's machine clients, in small letters
     * @throws InvalidInputException naming each scope that doesn't exist, scopes of two roles, the name of a machine client, and an
     *     expiry that is past or too far
     */
    void check(Instant now, Set<String> machineClients) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            if (Scope.of(scopes.get(i)).isEmpty()) {
                errors.add(new FieldError("scopes[%d]".formatted(i), "must be one of " + names()));
            }
        }
        if (ApiKey.owners(knownScopes()).size() > 1) {
            errors.add(new FieldError(
                    "scopes", "must have the rights of one role only, because one person of that role approves them"));
        }
        if (machineClients.contains(client.toLowerCase(Locale.ROOT))) {
            errors.add(NAME_IN_USE);
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            errors.add(new FieldError("expiresAt", "must be within the next 366 days"));
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.unprocessable(errors.toArray(FieldError[]::new));
        }
    }

    Set<Scope> knownScopes() {
        return scopes.stream().flatMap(name -> Scope.of(name).stream()).collect(Collectors.toSet());
    }

    private static String names() {
        return Arrays.stream(Scope.values()).map(Scope::wireName).collect(Collectors.joining(", "));
    }
}
