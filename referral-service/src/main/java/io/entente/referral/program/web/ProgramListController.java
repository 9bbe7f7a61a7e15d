package io.entente.referral.program.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import io.entente.referral.program.ListedReason;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.Question;
import io.entente.referral.program.ReasonList;
import io.entente.referral.program.ReviseHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/referral-reasons} and {@code /api/qualification-checklist}: GET returns the version in force or a given version;
 * POST adds a new version of the whole list.
 */
@RestController
class ProgramListController {

    private final Editions<ReasonList> reasons;
    private final Editions<QualificationChecklist> checklists;
    private final Clock clock;

    ProgramListController(Editions<ReasonList> reasons, Editions<QualificationChecklist> checklists, Clock clock) {
        this.reasons = reasons;
        this.checklists = checklists;
        this.clock = clock;
    }

    record ReasonListView(long version, Instant since, @Nullable String actor, List<ListedReason> reasons) {

        static ReasonListView of(Edition<ReasonList> edition, Actor reader) {
            return new ReasonListView(
                    edition.version(),
                    edition.since(),
                    reader.isPartner() ? null : edition.actor(),
                    edition.content().reasons());
        }
    }

    record ChecklistView(long version, Instant since, @Nullable String actor, List<Question> questions) {

        static ChecklistView of(Edition<QualificationChecklist> edition, Actor reader) {
            return new ChecklistView(
                    edition.version(),
                    edition.since(),
                    reader.isPartner() ? null : edition.actor(),
                    edition.content().questions());
        }
    }

    /**
     * Returns the list of reasons for declining or losing a referral.
     *
     * @param version a version of the list; the version in force if it is missing
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = {Scope.REFERRALS_WRITE, Scope.CRM_WRITE},
            sameForEveryTenant = true)
    @GetMapping("/api/referral-reasons")
    ReasonListView reasons(@RequestParam(required = false) @Nullable Long version, Actor actor) {
        return ReasonListView.of(found("list of reasons", reasons, version), actor);
    }

    /** Replaces the list of reasons with a new version. Earlier versions stay available. */
    @AllowedTo(roles = {Role.OPS, Role.ADMIN})
    @PostMapping("/api/referral-reasons")
    ReasonListView revise(@RequestBody ReasonListRequest request, Actor actor, IfMatch ifMatch) {
        ReasonList list = request.toList();
        return ReasonListView.of(revised(reasons, list, list.faults(), actor, ifMatch), actor);
    }

    /**
     * Returns the qualification checklist. A submission answers its questions.
     *
     * @param version a version of the checklist; the version in force if it is missing
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = {Scope.REFERRALS_WRITE, Scope.CRM_WRITE},
            sameForEveryTenant = true)
    @GetMapping("/api/qualification-checklist")
    ChecklistView checklist(@RequestParam(required = false) @Nullable Long version, Actor actor) {
        return ChecklistView.of(found("checklist", checklists, version), actor);
    }

    /** Replaces the qualification checklist with a new version. Earlier versions stay available. */
    @AllowedTo(roles = {Role.OPS, Role.ADMIN})
    @PostMapping("/api/qualification-checklist")
    ChecklistView revise(@RequestBody ChecklistRequest request, Actor actor, IfMatch ifMatch) {
        QualificationChecklist checklist = request.toChecklist();
        return ChecklistView.of(revised(checklists, checklist, checklist.faults(), actor, ifMatch), actor);
    }

    private static <T> Edition<T> found(String what, Editions<T> editions, @Nullable Long version) {
        return version == null
                ? editions.latest()
                : editions.find(version)
                        .orElseThrow(() -> new NotFoundException("version of the " + what, version.toString()));
    }

    private <T> Edition<T> revised(
            Editions<T> editions, T content, List<FieldError> faults, Actor actor, IfMatch ifMatch) {
        if (!faults.isEmpty()) {
            throw InvalidInputException.unprocessable(faults.toArray(FieldError[]::new));
        }
        return new ReviseHandler<>(editions, clock).handle(content, actor, inForce -> ifMatch.check(inForce));
    }
}
