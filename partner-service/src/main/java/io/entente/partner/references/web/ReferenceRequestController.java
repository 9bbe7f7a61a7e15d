package io.entente.partner.references.web;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.references.AskForReferences;
import io.entente.partner.references.Referee;
import io.entente.partner.references.ReferenceRequest;
import io.entente.partner.references.ReferenceRequests;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.constraints.ProgramLocale;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** Asks people outside how a partner works. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
class ReferenceRequestController {

    private final AskForReferences references;
    private final ReferenceRequests requests;
    private final IdGenerator ids;
    private final ObjectMapper json;

    ReferenceRequestController(
            AskForReferences references, ReferenceRequests requests, IdGenerator ids, ObjectMapper json) {
        this.references = references;
        this.requests = requests;
        this.ids = ids;
        this.json = json;
    }

    /**
     * The body of {@code POST /api/partners/{id}/reference-requests}.
     *
     * @param source who is asked, without a name, such as "client since 2021"; it stays with the reference
     * @param locale the language of the mail and of the form
     */
    record RefereeRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String source,
            @NotNull @ProgramLocale String locale) {

        Referee toReferee() {
            return new Referee(name.strip(), email, source.strip(), locale);
        }
    }

    /**
     * Asks somebody by mail to say how a partner works. The mail has a link that takes one answer; the answer counts in the qualification of
     * the partner. A request that is repeated with the same Idempotency-Key gets the first answer again, and no other mail is sent.
     */
    @PostMapping("/api/partners/{id}/reference-requests")
    ResponseEntity<ReferenceRequestView> ask(
            @PathVariable String id, @RequestBody RefereeRequest request, IdempotencyKey key, Actor actor) {
        String requestId = key.idFor(ReferenceRequest.PREFIX, "reference requests of " + id, ids);
        AskForReferences.Asked asked = references
                .ask(
                        requestId,
                        new PartnerId(id),
                        request.toReferee(),
                        actor,
                        created -> Receipts.of(request, ReferenceRequestView.of(created), json))
                .map(ConflictException::unlessAllowed)
                .orElseThrow(() -> new NotFoundException("partner", id));
        String location = "/api/reference-requests/" + requestId;
        Receipt before = asked.before();
        if (before == null) {
            return Created.first(location, ReferenceRequestView.of(asked.request()));
        }
        if (!Receipts.isFor(before, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location, before);
    }

    /** Lists the references that were asked for of a partner, with what has become of them. */
    @AuditedRead
    @GetMapping("/api/partners/{id}/reference-requests")
    Page<ReferenceRequestView> list(@PathVariable String id, PageRequest page) {
        return requests.of(new PartnerId(id), page).map(ReferenceRequestView::of);
    }

    /** Returns a request for a reference. */
    @AuditedRead
    @GetMapping("/api/reference-requests/{requestId}")
    ReferenceRequestView get(@PathVariable String requestId) {
        return requests.find(requestId)
                .map(ReferenceRequestView::of)
                .orElseThrow(() -> new NotFoundException("request", requestId));
    }

    /** Takes no answer any more. A mail that wasn't sent yet isn't sent. Repeating the request changes nothing. */
    @PostMapping("/api/reference-requests/{requestId}/withdraw")
    ReferenceRequestView withdraw(@PathVariable String requestId, Actor actor) {
        return references
                .withdraw(requestId, actor)
                .map(ConflictException::unlessAllowed)
                .map(ReferenceRequestView::of)
                .orElseThrow(() -> new NotFoundException("request", requestId));
    }
}
