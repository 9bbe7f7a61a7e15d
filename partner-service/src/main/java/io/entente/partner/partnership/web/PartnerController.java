package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.RegisterPartnerHandler;
import io.entente.partner.partnership.RegisterPartnerHandler.Registration;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.commands.ChangeTeam;
import io.entente.partner.partnership.commands.EditPartner;
import io.entente.partner.partnership.commands.MergePartners;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.constraints.ProgramLocale;
import io.entente.platform.web.constraints.TimeZoneId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/partners}: registers and finds partners, and names who looks after them. */
@RestController
@RequestMapping("/api/partners")
class PartnerController {

    private final RegisterPartnerHandler registerPartner;
    private final PartnerCommandHandler commands;
    private final Partners partners;
    private final MergePartners merge;
    private final IdGenerator ids;
    private final ObjectMapper json;

    PartnerController(
            RegisterPartnerHandler registerPartner,
            PartnerCommandHandler commands,
            Partners partners,
            MergePartners merge,
            IdGenerator ids,
            ObjectMapper json) {
        this.registerPartner = registerPartner;
        this.commands = commands;
        this.partners = partners;
        this.merge = merge;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Registers a partner. The partner is created with status APPLIED. An application that is repeated with the same
     * Idempotency-Key gets the first answer again.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping
    ResponseEntity<PartnerView> register(@RequestBody PartnerRequest request, Actor actor, IdempotencyKey key) {
        PartnerId id = new PartnerId(key.idFor(PartnerId.PREFIX, "partners", ids));
        Registration registration = registerPartner.handle(
                id, request.toCommand(), actor, partner -> Receipts.of(request, PartnerView.of(partner), json));
        if (registration instanceof Registration.Registered registered) {
            return Created.first(location(id), PartnerView.of(registered.partner()));
        }
        Receipt first = ((Registration.AlreadyRegistered) registration).receipt();
        if (!Receipts.isFor(first, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location(id), first);
    }

    /**
     * Changes what is known of a partner: everything in the body takes the place of what was known before. Its tier and model are decided
     * elsewhere, and its contacts and team have operations of their own. Repeating the request changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PutMapping("/{id}")
    PartnerView edit(@PathVariable String id, @RequestBody EditRequest request, Actor actor, IfMatch ifMatch) {
        return commands.handle(
                        new PartnerId(id), request.toCommand(), actor, partner -> ifMatch.check(partner.version()))
                .map(ConflictException::unlessAllowed)
                .map(PartnerView::of)
                .orElseThrow(() -> new NotFoundException("partner", id));
    }

    /**
     * Names the people of the firm who look after a partner, instead of those before. Promises that are escalated later go to them,
     * and so do promises that are escalated already, if another person has their role now. Repeating the request changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PutMapping("/{id}/team")
    PartnerView changeTeam(@PathVariable String id, @RequestBody TeamRequest request, Actor actor, IfMatch ifMatch) {
        return commands.handle(
                        new PartnerId(id),
                        new ChangeTeam(request.toTeam()),
                        actor,
                        partner -> ifMatch.check(partner.version()))
                .map(ConflictException::unlessAllowed)
                .map(PartnerView::of)
                .orElseThrow(() -> new NotFoundException("partner", id));
    }

    /**
     * Returns a partner. If its record is merged into another one, the firm gets the record with which the company goes on. A partner gets
     * itself; others are not found.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight
    @AuditedRead
    @GetMapping("/{id}")
    PartnerView get(@PathVariable String id, Tenant tenant) {
        Optional<Partner> found = tenant.byPartner()
                ? partners.find(new PartnerId(id))
                        .filter(partner -> tenant.covers(partner.id().value()))
                : merge.resolve(new PartnerId(id));
        return found.map(partner -> PartnerView.of(partner, tenant.byPartner()))
                .orElseThrow(() -> new NotFoundException("partner", id));
    }

    /**
     * The body of {@code PUT /api/partners/{id}/team}.
     *
     * @param team everybody who looks after the partner; empty if nobody does
     */
    record TeamRequest(@NotNull @Size(max = 20) List<@NotNull @Valid TeamMemberRequest> team) {

        List<TeamMember> toTeam() {
            return team.stream().map(TeamMemberRequest::toMember).toList();
        }
    }

    /**
     * The body of {@code PUT /api/partners/{id}}.
     *
     * @param details what is known of its business; nothing if it is missing
     */
    record EditRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @CountryCode String country,
            @NotNull @TimeZoneId String timeZone,
            @NotNull @ProgramLocale String locale,
            @Nullable @Valid DetailsRequest details) {

        EditPartner toCommand() {
            return new EditPartner(
                    name.strip(), country, ZoneId.of(timeZone), locale, DetailsRequest.toDetails(details));
        }
    }

    private static String location(PartnerId id) {
        return "/api/partners/" + id;
    }
}
