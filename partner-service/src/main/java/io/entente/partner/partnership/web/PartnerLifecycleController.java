package io.entente.partner.partnership.web;

import io.entente.partner.partnership.LifecycleStep;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.commands.ActivatePartner;
import io.entente.partner.partnership.commands.ApprovePartner;
import io.entente.partner.partnership.commands.DeactivatePartner;
import io.entente.partner.partnership.commands.DeclinePartner;
import io.entente.partner.partnership.commands.PausePartner;
import io.entente.partner.partnership.commands.ProvideInformation;
import io.entente.partner.partnership.commands.RequestInformation;
import io.entente.partner.partnership.commands.ResumePartner;
import io.entente.partner.partnership.commands.StartOnboarding;
import io.entente.partner.partnership.commands.StartReview;
import io.entente.partner.referrals.PartnerReferrals;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a partner from its application to the end of the partnership. A step that the partner's status doesn't allow is a 409. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
@RequestMapping("/api/partners/{id}")
class PartnerLifecycleController {

    private final PartnerCommandHandler commands;
    private final Partners partners;
    private final PartnerReferrals referrals;

    PartnerLifecycleController(PartnerCommandHandler commands, Partners partners, PartnerReferrals referrals) {
        this.commands = commands;
        this.partners = partners;
        this.referrals = referrals;
    }

    /** Begins to examine an application. */
    @PostMapping("/start-review")
    PartnerView startReview(@PathVariable String id, Actor actor, IfMatch ifMatch) {
        return give(id, new StartReview(), actor, ifMatch);
    }

    /** Asks an applicant something. The review waits for the answer. */
    @PostMapping("/request-information")
    PartnerView requestInformation(
            @PathVariable String id, @RequestBody QuestionsRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new RequestInformation(request.questions().strip()), actor, ifMatch);
    }

    /** Records what an applicant has answered. The review continues. */
    @PostMapping("/provide-information")
    PartnerView provideInformation(
            @PathVariable String id, @RequestBody AnswersRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new ProvideInformation(request.answers().strip()), actor, ifMatch);
    }

    /** Approves an application. The reason is for the record. The agreement and the onboarding are next. */
    @PostMapping("/approve")
    PartnerView approve(@PathVariable String id, @RequestBody ReasonRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new ApprovePartner(request.reason().strip()), actor, ifMatch);
    }

    /** Declines an application. The applicant is told the reason, and from when another application is welcome. */
    @PostMapping("/decline")
    PartnerView decline(@PathVariable String id, @RequestBody DeclineRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new DeclinePartner(request.reason().strip(), request.reapplyFrom()), actor, ifMatch);
    }

    /** Begins the onboarding of an approved partner. */
    @PostMapping("/start-onboarding")
    PartnerView startOnboarding(@PathVariable String id, Actor actor, IfMatch ifMatch) {
        return give(id, new StartOnboarding(), actor, ifMatch);
    }

    /**
     * Activates a partner. From then on the partner can submit referrals. It is recorded that the onboarding was waived, with the reason if
     * there is one. A partner that is active already is returned unchanged.
     */
    @PostMapping("/activate")
    PartnerView activate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ActivateRequest request,
            Actor actor,
            IfMatch ifMatch) {
        return give(id, new ActivatePartner(request == null ? null : request.reason()), actor, ifMatch);
    }

    /**
     * Pauses a partner, or sets another reason or day for a pause. New referrals from and to it are refused; current ones continue, and commission is earned and paid as before. Nothing
     * resumes by itself: on the day, whoever is responsible for the partnership is reminded.
     */
    @PostMapping("/pause")
    PartnerView pause(@PathVariable String id, @RequestBody PauseRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new PausePartner(request.reason().strip(), request.until()), actor, ifMatch);
    }

    /** Ends a pause. The evidence shows that its reason is gone. */
    @PostMapping("/resume")
    PartnerView resume(@PathVariable String id, @RequestBody ResumeRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, new ResumePartner(request.evidence().strip()), actor, ifMatch);
    }

    /**
     * Ends a partnership. New referrals are refused and what is earned stays owed. Referrals that are open at this time continue; the answer
     * names them with their owners.
     */
    @PostMapping("/deactivate")
    DeactivatedView deactivate(
            @PathVariable String id, @RequestBody ReasonRequest request, Actor actor, IfMatch ifMatch) {
        Partner ended = decide(id, new DeactivatePartner(request.reason().strip()), actor, ifMatch);
        return new DeactivatedView(PartnerView.of(ended), OpenReferralView.of(ended, referrals));
    }

    /** Returns each step of a partner so far, the oldest first: who took it, when, and with which reason or evidence. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @AuditedRead
    @GetMapping("/history")
    HistoryView history(@PathVariable String id) {
        return partners.find(new PartnerId(id))
                .map(HistoryView::of)
                .orElseThrow(() -> new NotFoundException("partner", id));
    }

    private PartnerView give(String id, PartnerCommand command, Actor actor, IfMatch ifMatch) {
        return PartnerView.of(decide(id, command, actor, ifMatch));
    }

    private Partner decide(String id, PartnerCommand command, Actor actor, IfMatch ifMatch) {
        Decision<Partner> decided = commands.handle(
                        new PartnerId(id), command, actor, partner -> ifMatch.check(partner.version()))
                .orElseThrow(() -> new NotFoundException("partner", id));
        return ConflictException.unlessAllowed(decided);
    }

    /** @param questions worded for the applicant */
    record QuestionsRequest(@NotBlank @Size(max = 2000) String questions) {}

    record AnswersRequest(@NotBlank @Size(max = 4000) String answers) {}

    /** @param reason no names of persons, because it stays */
    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** @param reapplyFrom the first day on which another application is welcome; absent if there is none */
    record DeclineRequest(@NotBlank @Size(max = 2000) String reason, @Nullable @CalendarDay LocalDate reapplyFrom) {}

    /** @param reason why the onboarding is waived */
    record ActivateRequest(@Nullable @Size(min = 1, max = 2000) String reason) {}

    /** @param until the day by which the pause is looked at again */
    record PauseRequest(@NotBlank @Size(max = 2000) String reason, @Nullable @CalendarDay LocalDate until) {}

    /** @param evidence what shows that the reason of the pause is gone */
    record ResumeRequest(@NotBlank @Size(max = 2000) String evidence) {}

    /**
     * A partnership that has ended.
     *
     * @param openReferrals the referrals that continue, as far as their events have arrived, the oldest first; at most 100
     */
    record DeactivatedView(PartnerView partner, List<OpenReferralView> openReferrals) {}

    /** The steps of a partner. */
    record HistoryView(List<StepView> steps) {

        /**
         * One step.
         *
         * @param action the command, by the last segment of its path
         * @param text the reason, the question, the answer or the evidence that came with it
         */
        record StepView(
                String action,
                PartnerStatus from,
                PartnerStatus to,
                Instant at,
                String actor,
                @Nullable String text,
                @Nullable LocalDate until) {

            static StepView of(LifecycleStep step) {
                return new StepView(
                        step.action().path(),
                        step.from(),
                        step.to(),
                        step.at(),
                        step.actor(),
                        step.text(),
                        step.until());
            }
        }

        static HistoryView of(Partner partner) {
            return new HistoryView(partner.steps().stream().map(StepView::of).toList());
        }
    }
}
