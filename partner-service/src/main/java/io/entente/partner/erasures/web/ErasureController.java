package io.entente.partner.erasures.web;

import io.entente.partner.erasures.ErasePartner;
import io.entente.partner.erasures.Erasure;
import io.entente.partner.erasures.Erasures;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/erasures}: erases what is personal about a partner, in all services. */
@RestController
@RequestMapping("/api/erasures")
@AllowedTo(roles = Role.ADMIN)
class ErasureController {

    private static final String PATH = "/api/erasures/";

    private final ErasePartner erasing;
    private final Erasures erasures;
    private final UsedKeys keys;

    ErasureController(ErasePartner erasing, Erasures erasures, UsedKeys keys) {
        this.erasing = erasing;
        this.erasures = erasures;
        this.keys = keys;
    }

    /**
     * Asks for the erasure of a partner's personal data. Nothing is erased until another administrator approves it. A partner has at most
     * one erasure, so asking again changes nothing, unless it was refused.
     */
    @PostMapping
    ResponseEntity<ErasureView> ask(@RequestBody ErasureRequest request, IdempotencyKey key, Actor actor) {
        return keys.once(key, "erasures", request, () -> {
            Erasure asked = erasing.ask(
                            new PartnerId(request.partnerId()), request.reason().strip(), actor)
                    .orElseThrow(() -> new NotFoundException("partner", request.partnerId()));
            return Created.first(PATH + request.partnerId(), ErasureView.of(asked));
        });
    }

    /** Lists the erasures that were asked for, by partner. */
    @GetMapping
    Page<ErasureView> list(PageRequest page) {
        return erasures.list(page).map(ErasureView::of);
    }

    /** Returns what has become of an erasure. */
    @GetMapping("/{partnerId}")
    ErasureView get(@PathVariable String partnerId) {
        return erasures.find(new PartnerId(partnerId))
                .map(ErasureView::of)
                .orElseThrow(() -> new NotFoundException("erasure", partnerId));
    }

    /**
     * Erases what is personal about a partner, in all services.
     *
     * <p>Here these are its name and contacts. A tombstone on partner.profiles erases the other services' copies of its profile, and its
     * bank account and tax number. Records of payments stay readable for as long as tax law keeps them. The ledger and its hashes stay as
     * they are. It takes another person than the one who asked, and nothing brings the data back. Repeating it changes nothing.
     */
    @PostMapping("/{partnerId}/approve")
    ErasureView approve(@PathVariable String partnerId, IfMatch ifMatch, Actor actor) {
        return decided(
                partnerId,
                erasing.approve(new PartnerId(partnerId), actor, erasure -> ifMatch.check(erasure.version())));
    }

    /** Refuses an erasure. The person who asked for it can take it back in the same way. */
    @PostMapping("/{partnerId}/refuse")
    ErasureView refuse(@PathVariable String partnerId, IfMatch ifMatch, Actor actor) {
        return decided(
                partnerId,
                erasing.refuse(new PartnerId(partnerId), actor, erasure -> ifMatch.check(erasure.version())));
    }

    private static ErasureView decided(String partnerId, Optional<Decision<Erasure>> decision) {
        return decision.map(ConflictException::unlessAllowed)
                .map(ErasureView::of)
                .orElseThrow(() -> new NotFoundException("erasure", partnerId));
    }

    /**
     * The body of {@code POST /api/erasures}.
     *
     * @param partnerId whose data is erased
     * @param reason such as the date of the partner's request; no names, because it stays
     */
    record ErasureRequest(@NotBlank @Size(max = 64) String partnerId, @NotBlank @Size(max = 500) String reason) {}
}
