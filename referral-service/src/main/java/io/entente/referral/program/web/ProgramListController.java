package io.entente.referral.program.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.OpenToOutsiders;
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

    record ReasonListView(long version, Instant since, String actor, List<ListedReason> reasons) {

        static ReasonListView of(Edition<ReasonList> edition) {
            return new ReasonListView(
                    edition.version(),
                    edition.since(),
                    edition.actor(),
                    edition.content().reasons());
        }
    }

    record ChecklistView(long version, Instant since, String actor, List<Question> questions) {

        static ChecklistView of(Edition<QualificationChecklist> edition) {
            return new ChecklistView(
                    edition.version(),
                    edition.since(),
                    edition.actor(),
                    edition.content().questions());
        }
    }

    /**
     * Returns the list of reasons for declining or losing a referral.
     *
     * @param version a version of the list; the version in force if it is missing
     */
    @OpenToOutsiders
    @GetMapping("/api/referral-reasons")
    ReasonListView reasons(@RequestParam(required = false) @Nullable Long version) {
        return ReasonListView.of(found("list of reasons", reasons, version));
    }

    /** Replaces the list of reasons with a new version. Earlier versions stay available. */
    @PostMapping("/api/referral-reasons")
    ReasonListView revise(@RequestBody ReasonListRequest request, Actor actor, IfMatch ifMatch) {
        ReasonList list = request.toList();
        return ReasonListView.of(revised(reasons, list, list.faults(), actor, ifMatch));
    }

    /**
     * Returns the qualification checklist. A submission answers its questions.
     *
     * @param version a version of the checklist; the version in force if it is missing
     */
    @OpenToOutsiders
    @GetMapping("/api/qualification-checklist")
    ChecklistView checklist(@RequestParam(required = false) @Nullable Long version) {
        return ChecklistView.of(found("checklist", checklists, version));
    }

    /** Replaces the qualification checklist with a new version. Earlier versions stay available. */
    @PostMapping("/api/qualification-checklist")
    ChecklistView revise(@RequestBody ChecklistRequest request, Actor actor, IfMatch ifMatch) {
        QualificationChecklist checklist = request.toChecklist();
        return ChecklistView.of(revised(checklists, checklist, checklist.faults(), actor, ifMatch));
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
