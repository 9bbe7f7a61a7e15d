package io.entente.platform.erasures.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.erasures.DecideErasures;
import io.entente.platform.erasures.Erasure;
import io.entente.platform.erasures.Erasures;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.keys.UsedKeys;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/erasures}: erases personal data after two administrators have decided it. */
@RestController
@RequestMapping("/api/erasures")
@AllowedTo(roles = Role.ADMIN)
final class ErasureController {

    private static final String PATH = "/api/erasures/";

    private final DecideErasures deciding;
    private final Erasures erasures;
    private final UsedKeys keys;

    ErasureController(DecideErasures deciding, Erasures erasures, UsedKeys keys) {
        this.deciding = deciding;
        this.erasures = erasures;
        this.keys = keys;
    }

    /**
     * Asks for the erasure of personal data. Nothing is erased until another administrator approves it. There is at most one erasure of
     * the same data, so asking again changes nothing, unless it was refused.
     */
    @PostMapping
    ResponseEntity<ErasureView> ask(@RequestBody ErasureRequest request, IdempotencyKey key, Actor actor) {
        return keys.once(key, "erasures", request, () -> {
            Erasure asked = deciding.ask(request.subject(), request.reason().strip(), actor)
                    .orElseThrow(request::notFound);
            return Created.first(PATH + asked.id(), ErasureView.of(asked));
        });
    }

    /** Lists the erasures that were asked for, by id. */
    @GetMapping
    Page<ErasureView> list(PageRequest page) {
        return erasures.list(page).map(ErasureView::of);
    }

    /** Returns what has become of an erasure. */
    @GetMapping("/{erasureId}")
    ErasureView get(@PathVariable String erasureId) {
        return erasures.find(erasureId)
                .map(ErasureView::of)
                .orElseThrow(() -> new NotFoundException("erasure", erasureId));
    }

    /**
     * Erases the data. It takes another person than the one who asked, and nothing brings the data back. Repeating it changes nothing.
     *
     * <p>In partner-service this erases a partner in all services: its name, contacts and members, and by the end of its profile its bank
     * account and tax number. Records of payments stay readable for as long as tax law keeps them, and the ledger with its hashes stays as
     * it is. If only a person of the partner is named, a contact leaves the profile, and a member is revoked and removed. In
     * referral-service it erases the client's contact of a referral, and in notification-service the texts of messages about a referral.
     */
    @PostMapping("/{erasureId}/approve")
    ErasureView approve(@PathVariable String erasureId, IfMatch ifMatch, Actor actor) {
        return decided(erasureId, deciding.approve(erasureId, actor, erasure -> ifMatch.check(erasure.version())));
    }

    /** Refuses an erasure. The person who asked for it can take it back in the same way. */
    @PostMapping("/{erasureId}/refuse")
    ErasureView refuse(@PathVariable String erasureId, IfMatch ifMatch, Actor actor) {
        return decided(erasureId, deciding.refuse(erasureId, actor, erasure -> ifMatch.check(erasure.version())));
    }

    private static ErasureView decided(String id, Optional<Decision<Erasure>> decision) {
        return decision.map(ConflictException::unlessAllowed)
                .map(ErasureView::of)
                .orElseThrow(() -> new NotFoundException("erasure", id));
    }

    /**
     * The body of {@code POST /api/erasures}.
     *
     * @param owner what the data belongs to: a partner in partner-service, a referral in referral-service and notification-service
     * @param personId a contact or a member of the partner, if only this person's data is erased
     * @param reason such as the date of the request; no names, because it stays
     */
    record ErasureRequest(
            @NotBlank @Size(max = 64) String owner,
            @Nullable @Size(min = 1, max = 64) String personId,
            @NotBlank @Size(max = 500) String reason) {

        Erasure.Subject subject() {
            return new Erasure.Subject(owner, personId);
        }

        NotFoundException notFound() {
            return new NotFoundException("personal data", personId == null ? owner : personId);
        }
    }
}
