package io.entente.partner.qualification.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.Namesakes;
import io.entente.partner.qualification.Qualification;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.partner.qualification.Reference;
import io.entente.partner.qualification.policy.QualificationPolicy;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether a partnership fits, and what a reviewer has found out about it. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
class QualificationController {

    private final QualifyPartner qualify;
    private final Namesakes namesakes;
    private final Partners partners;
    private final PolicyVersions<QualificationPolicy> policies;
    private final IdGenerator ids;
    private final Clock clock;

    QualificationController(
            QualifyPartner qualify,
            Namesakes namesakes,
            Partners partners,
            PolicyVersions<QualificationPolicy> policies,
            IdGenerator ids,
            Clock clock) {
        this.qualify = qualify;
        this.namesakes = namesakes;
        this.partners = partners;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns the fit of a partner and its scorecard. The fit is computed from the record, with a reason for each figure, under the criteria
     * that are in force today. Other records that are probably of the same company are named as duplicates.
     */
    @AuditedRead
    @GetMapping("/api/partners/{id}/qualification")
    QualificationView get(@PathVariable String id) {
        Partner partner = partner(id);
        return view(partner, qualify.of(partner));
    }

    /**
     * Records what a reviewer has found out, instead of what was known before. The services, industries, positioning and territory of the
     * partner are in its record. Repeating the request changes nothing.
     */
    @PutMapping("/api/partners/{id}/qualification")
    QualificationView assess(
            @PathVariable String id, @RequestBody AssessmentRequest request, Actor actor, IfMatch ifMatch) {
        List<FieldError> errors = request.errors(qualify.policy());
        if (!errors.isEmpty()) {
            throw InvalidInputException.unprocessable(errors.toArray(FieldError[]::new));
        }
        return answer(
                id,
                qualify.assess(
                        new PartnerId(id), request.toAssessment(), actor, known -> ifMatch.check(known.version())));
    }

    /**
     * Adds a reference, and returns the qualification. A request that is repeated with the same Idempotency-Key adds nothing, and returns the
     * qualification as it is now.
     */
    @PostMapping("/api/partners/{id}/qualification/references")
    ResponseEntity<QualificationView> addReference(
            @PathVariable String id,
            @RequestBody ReferenceRequest request,
            IdempotencyKey key,
            Actor actor,
            IfMatch ifMatch) {
        Reference reference = request.toReference(key.idFor("rfc", "references of " + id, ids), actor, clock.instant());
        QualificationView changed = answer(
                id,
                qualify.addReference(new PartnerId(id), reference, actor, known -> check(known, reference, ifMatch)));
        return Created.first("/api/partners/" + id + "/qualification", changed);
    }

    private static void check(Qualification known, Reference added, IfMatch ifMatch) {
        Optional<Reference> before = known.reference(added.id());
        if (before.isEmpty()) {
            ifMatch.check(known.version());
        } else if (!before.get().isSameAs(added)) {
            throw IdempotencyKey.reused();
        }
    }

    /** Returns all versions of the criteria, the earliest first. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/api/qualification-policies")
    QualificationPoliciesView policies() {
        return new QualificationPoliciesView(policies.versions());
    }

    private QualificationView answer(String id, Optional<Decision<Qualification>> decision) {
        Qualification changed =
                decision.map(ConflictException::unlessAllowed).orElseThrow(() -> new NotFoundException("partner", id));
        return view(partner(id), changed);
    }

    private QualificationView view(Partner partner, Qualification qualification) {
        return QualificationView.of(qualification, qualify.scorecard(partner, qualification), namesakes.of(partner));
    }

    private Partner partner(String id) {
        return partners.find(new PartnerId(id)).orElseThrow(() -> new NotFoundException("partner", id));
    }

    /** All versions of the criteria. */
    record QualificationPoliciesView(List<QualificationPolicy> versions) {}

    /**
     * The body of {@code POST /api/partners/{id}/qualification/references}. Ratings are from 1, bad, to 5, good.
     *
     * @param source who says it, such as "client since 2021"; no name of a person is needed
     */
    record ReferenceRequest(
            @NotBlank @Size(max = 200) String source,
            @NotNull @Min(1) @Max(5) Integer responsiveness,
            @NotNull @Min(1) @Max(5) Integer quality,
            @NotNull @Min(1) @Max(5) Integer collaboration,
            @NotNull @Min(1) @Max(5) Integer followThrough,
            @Nullable @Size(min = 1, max = 2000) String comment) {

        Reference toReference(String id, Actor by, Instant now) {
            return new Reference(
                    id,
                    source.strip(),
                    responsiveness,
                    quality,
                    collaboration,
                    followThrough,
                    comment,
                    now,
                    by.value());
        }
    }
}
