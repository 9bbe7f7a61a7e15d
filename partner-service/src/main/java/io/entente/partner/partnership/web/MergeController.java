package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.commands.MergePartners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Merges records that are about the same company. */
@RestController
class MergeController {

    private final MergePartners merge;

    MergeController(MergePartners merge) {
        this.merge = merge;
    }

    /**
     * Merges a duplicate into another record. The duplicate becomes inactive. Its referrals and what it has earned stay its own, and the firm
     * finds the other record under its id. People and details aren't copied. Repeating the request changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/api/partners/{id}/merge")
    PartnerView merge(@PathVariable String id, @RequestBody MergeRequest request, Actor actor, IfMatch ifMatch) {
        PartnerId duplicate = new PartnerId(id);
        PartnerId into = new PartnerId(request.into());
        merge.objection(duplicate, into).ifPresent(objection -> {
            throw InvalidInputException.unprocessable(new FieldError("into", objection));
        });
        Decision<Partner> decided = merge.merge(
                        duplicate, into, request.reason().strip(), actor, partner -> ifMatch.check(partner.version()))
                .orElseThrow(() -> new NotFoundException("partner", id));
        return PartnerView.of(ConflictException.unlessAllowed(decided));
    }

    /**
     * The body of {@code POST /api/partners/{id}/merge}.
     *
     * @param into the id of the record with which the company goes on
     * @param reason no names of persons, because it stays
     */
    record MergeRequest(@NotBlank @Size(max = 64) String into, @NotBlank @Size(max = 2000) String reason) {}
}
