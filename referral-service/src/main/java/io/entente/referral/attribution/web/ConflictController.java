package io.entente.referral.attribution.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.attribution.ConflictHandler;
import io.entente.referral.attribution.ConflictHandler.Result;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/conflicts}: read, decide and appeal conflicts. A partner sees its own conflicts only and can't decide them. */
@RestController
@RequestMapping("/api/conflicts")
class ConflictController {

    private final ConflictHandler conflicts;
    private final ConflictCases cases;
    private final OwnConflicts own;

    ConflictController(ConflictHandler conflicts, ConflictCases cases, OwnConflicts own) {
        this.conflicts = conflicts;
        this.cases = cases;
        this.own = own;
    }

    /** Returns a conflict with its evidence: the matching score, the fields that match, and both referrals. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(ownSuffices = true)
    @GetMapping("/{id}")
    ConflictView get(@PathVariable String id, Tenant tenant) {
        return ConflictView.of(visible(id, tenant).orElseThrow(() -> unknown(id)), tenant.partnerId());
    }

    /**
     * Decides a conflict. The decision follows the program's rule and stays on record with its reason. Both partners
     * are told.
     */
    @AllowedTo(roles = Role.OPS)
    @PostMapping("/{id}/decide")
    ConflictView decide(@PathVariable String id, @RequestBody DecisionRequest request, Actor actor, IfMatch ifMatch) {
        if (partnerOf(actor) != null) {
            throw unknown(id);
        }
        return answered(id, conflicts.decide(new CaseId(id), request.toCommand(), actor, at(ifMatch)), actor);
    }

    /**
     * Appeals against the decision of a conflict. One of its two partners appeals, or the firm records the appeal for
     * it. The conflict is then decided a second time.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
    @PostMapping("/{id}/appeal")
    ConflictView appeal(
            @PathVariable String id, @RequestBody AppealRequest request, Tenant tenant, Actor actor, IfMatch ifMatch) {
        if (visible(id, tenant).isEmpty()) {
            throw unknown(id);
        }
        String asking = partnerOf(actor);
        String partnerId = request.partnerId() == null ? asking : request.partnerId();
        if (partnerId == null || (asking != null && !asking.equals(partnerId))) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "partnerId", "must be the partner that appeals, which is one of the two in the conflict"));
        }
        return answered(
                id, conflicts.appeal(new CaseId(id), partnerId, request.reason().strip(), actor, at(ifMatch)), actor);
    }

    private Optional<ConflictCase> visible(String id, Tenant tenant) {
        return cases.find(new CaseId(id)).filter(conflict -> own.covers(tenant, conflict));
    }

    private static @Nullable String partnerOf(Actor actor) {
        return actor.partnerId().orElse(null);
    }

    private static Consumer<ConflictCase> at(IfMatch ifMatch) {
        return conflict -> ifMatch.check(conflict.version());
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("conflict", id);
    }

    private static ConflictView answered(String id, Optional<Result> given, Actor actor) {
        Result result = given.orElseThrow(() -> unknown(id));
        if (result instanceof Result.BadFields bad) {
            throw InvalidInputException.unprocessable(bad.errors().toArray(FieldError[]::new));
        }
        if (result instanceof Result.Done done) {
            return ConflictView.of(done.conflict(), partnerOf(actor));
        }
        throw new ConflictException(((Result.Refused) result).reason());
    }
}
