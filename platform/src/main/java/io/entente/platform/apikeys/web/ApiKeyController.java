package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.apikeys.ApiKeyText;
import io.entente.platform.apikeys.ApiKeys;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators manage the API keys of a service. */
@RestController
@RequestMapping("/api/api-keys")
@AllowedTo(roles = Role.ADMIN)
final class ApiKeyController {

    private static final String PATH = "/api/api-keys/";

    private final ApiKeys keys;
    private final KnownApiKeys known;
    private final IdGenerator ids;
    private final Clock clock;
    private final Set<String> machineClients;
    private final SecureRandom random = new SecureRandom();

    /** @param machineClients the names of the identity server's machine clients, in small letters */
    ApiKeyController(ApiKeys keys, KnownApiKeys known, IdGenerator ids, Clock clock, Set<String> machineClients) {
        this.keys = keys;
        this.known = known;
        this.ids = ids;
        this.clock = clock;
        this.machineClients = machineClients;
    }

    /**
     * Creates an API key for a system that can't get a token from the identity server. The system sends it as its bearer token to this
     * service only. A key that may write is accepted when another person has approved it, whose role has that right: FINANCE for
     * commission.write, OPS for referrals.write and crm.write. The key is in this answer and nowhere else. If the answer was lost, a repetition with the same Idempotency-Key is
     * 409: revoke that key and create another one.
     */
    @PostMapping
    ResponseEntity<NewApiKeyView> create(
            @RequestBody ApiKeyRequest request, IdempotencyKey idempotencyKey, Actor actor) {
        Instant now = clock.instant();
        request.check(now, machineClients);
        String id = idempotencyKey.idFor(ApiKey.ID_PREFIX, "api-keys", ids);
        ApiKeyText text = ApiKeyText.of(id, random);
        ApiKey key = ApiKey.create(
                id, request.client(), request.knownScopes(), text.secret(), actor.value(), now, request.expiresAt());
        switch (keys.add(key)) {
            case ADDED -> known.forget(id);
            case REPEATED ->
                throw new ConflictException(
                        "The key %s was created by this request before. It is shown once; revoke it and create another one."
                                .formatted(id));
            case NAME_IN_USE -> throw InvalidInputException.unprocessable(ApiKeyRequest.NAME_IN_USE);
        }
        return Created.first(PATH + id, new NewApiKeyView(text.text(), ApiKeyView.of(key)));
    }

    /** Lists the API keys of this service, the oldest first, without their secrets. */
    @GetMapping
    @AllowedTo(roles = {Role.ADMIN, Role.FINANCE, Role.OPS})
    Page<ApiKeyView> list(PageRequest page) {
        return keys.page(page).map(ApiKeyView::of);
    }

    /** Returns an API key without its secret. */
    @GetMapping("/{keyId}")
    @AllowedTo(roles = {Role.ADMIN, Role.FINANCE, Role.OPS})
    ApiKeyView get(@PathVariable String keyId) {
        known.storeUse();
        return ApiKeyView.of(existing(keyId));
    }

    /**
     * Approves an API key that may write. Only then it is accepted. It needs the role whose rights the key has, and another person than
     * the one who created the key. Approving it again changes nothing.
     */
    @PostMapping("/{keyId}/approve")
    @AllowedTo(roles = {Role.FINANCE, Role.OPS})
    ApiKeyView approve(@PathVariable String keyId, Caller caller) {
        ApiKey key = existing(keyId);
        key.waitsFor().filter(role -> !caller.roles().contains(role)).ifPresent(role -> {
            throw needs(role);
        });
        Approval approval =
                ConflictException.unlessAllowed(key.approve(caller.actor().value(), clock.instant()));
        ApiKeyView approved = keys.approve(keyId, approval).map(ApiKeyView::of).orElseThrow(() -> unknown(keyId));
        known.forget(keyId);
        return approved;
    }

    /** Revokes an API key. Other instances of the service accept it for 10 more seconds at most. Revoking it again changes nothing. */
    @PostMapping("/{keyId}/revoke")
    ApiKeyView revoke(@PathVariable String keyId, Actor actor) {
        ApiKeyView revoked = keys.revoke(keyId, actor.value(), clock.instant())
                .map(ApiKeyView::of)
                .orElseThrow(() -> unknown(keyId));
        known.forget(keyId);
        return revoked;
    }

    private ApiKey existing(String keyId) {
        return keys.find(keyId).orElseThrow(() -> unknown(keyId));
    }

    private static NotFoundException unknown(String keyId) {
        return new NotFoundException("API key", keyId);
    }

    private static ErrorResponseException needs(Role role) {
        HttpStatus status = HttpStatus.FORBIDDEN;
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, "This needs %s.".formatted(role)), null);
    }
}
