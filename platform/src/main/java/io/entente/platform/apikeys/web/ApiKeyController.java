package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKeyText;
import io.entente.platform.apikeys.ApiKeys;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
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
    private final SecureRandom random = new SecureRandom();

    ApiKeyController(ApiKeys keys, KnownApiKeys known, IdGenerator ids, Clock clock) {
        this.keys = keys;
        this.known = known;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates an API key for a system that can't get a token from the identity server. The system sends it as its bearer token to this
     * service only. The key is in this answer and nowhere else. If the answer was lost, a repetition with the same Idempotency-Key is
     * 409: revoke that key and create another one.
     */
    @PostMapping
    ResponseEntity<NewApiKeyView> create(
            @RequestBody ApiKeyRequest request, IdempotencyKey idempotencyKey, Actor actor) {
        Instant now = clock.instant();
        request.check(now);
        String id = idempotencyKey.idFor(ApiKey.ID_PREFIX, "api-keys", ids);
        ApiKeyText text = ApiKeyText.of(id, random);
        ApiKey key = ApiKey.create(
                id, request.client(), request.knownScopes(), text.secret(), actor.value(), now, request.expiresAt());
        if (!keys.add(key)) {
            throw new ConflictException(
                    "The key %s was created by this request before. It is shown once; revoke it and create another one."
                            .formatted(id));
        }
        known.forget(id);
        return Created.first(PATH + id, new NewApiKeyView(text.text(), ApiKeyView.of(key)));
    }

    /** Lists the API keys of this service, the oldest first, without their secrets. */
    @GetMapping
    Page<ApiKeyView> list(PageRequest page) {
        return keys.page(page).map(ApiKeyView::of);
    }

    /** Returns an API key without its secret. */
    @GetMapping("/{keyId}")
    ApiKeyView get(@PathVariable String keyId) {
        known.storeUse();
        return keys.find(keyId).map(ApiKeyView::of).orElseThrow(() -> new NotFoundException("API key", keyId));
    }

    /** Revokes an API key. Other instances of the service accept it for 10 more seconds at most. Revoking it again changes nothing. */
    @PostMapping("/{keyId}/revoke")
    ApiKeyView revoke(@PathVariable String keyId, Actor actor) {
        ApiKeyView revoked = keys.revoke(keyId, actor.value(), clock.instant())
                .map(ApiKeyView::of)
                .orElseThrow(() -> new NotFoundException("API key", keyId));
        known.forget(keyId);
        return revoked;
    }
}
