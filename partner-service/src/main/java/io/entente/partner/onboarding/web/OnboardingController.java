package io.entente.partner.onboarding.web;

import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.Onboardings;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.constraints.ProgramLocale;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The onboarding of a partner and its steps. */
@RestController
@RequestMapping("/api/partners/{id}/onboarding")
class OnboardingController {

    private final ManageOnboarding manage;
    private final Onboardings onboardings;
    private final ZoneId zone;
    private final Clock clock;

    OnboardingController(
            ManageOnboarding manage,
            Onboardings onboardings,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.manage = manage;
        this.onboardings = onboardings;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Returns the onboarding of a partner. It exists soon after the onboarding has been started; a partner that was activated at once has
     * none. A partner gets its own.
     *
     * @param locale the language of the titles, by its locale; English if it is missing
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @NeedsRight
    @AuditedRead
    @GetMapping
    OnboardingView get(
            @PathVariable String id, @RequestParam(defaultValue = "en") @ProgramLocale String locale, Tenant tenant) {
        return onboardings
                .find(Onboarding.idOf(id))
                .filter(onboarding -> tenant.covers(onboarding.partnerId()))
                .map(onboarding -> view(onboarding, locale, tenant))
                .orElseThrow(() -> new NotFoundException("onboarding", id));
    }

    /**
     * Completes a step. A partner completes the steps that it owns. When the last required step is done or waived, the partner becomes
     * active soon after. Completing a step again changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.ADMIN})
    @NeedsRight("MANAGE_MEMBERS")
    @PostMapping("/steps/{step}/complete")
    OnboardingView complete(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable EvidenceRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        String evidence = request == null || request.evidence() == null
                ? null
                : request.evidence().strip();
        return answer(id, manage.complete(id, step, evidence, actor, check(id, step, ifMatch, tenant)), tenant);
    }

    /** Decides that a step isn't needed. Waiving it again changes nothing. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/steps/{step}/waive")
    OnboardingView waive(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody WaiveRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        return answer(
                id, manage.waive(id, step, request.reason().strip(), actor, check(id, step, ifMatch, tenant)), tenant);
    }

    /** Opens a step again that was done or waived. A required step stays as it is after the partner has been activated. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/steps/{step}/reopen")
    OnboardingView reopen(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody ReopenRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        return answer(
                id, manage.reopen(id, step, request.reason().strip(), actor, check(id, step, ifMatch, tenant)), tenant);
    }

    /** Gives an open step another owner and due date. Its owner is reminded again if it isn't done by then. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PutMapping("/steps/{step}")
    OnboardingView change(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody StepRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        return answer(
                id,
                manage.change(id, step, request.ownerOf(id), request.dueOn(), actor, check(id, step, ifMatch, tenant)),
                tenant);
    }

    private static Consumer<Onboarding> check(String id, String step, IfMatch ifMatch, Tenant tenant) {
        return onboarding -> {
            if (!tenant.covers(onboarding.partnerId())) {
                throw new NotFoundException("onboarding", id);
            }
            if (onboarding.step(step).isEmpty()) {
                throw new NotFoundException("step", step);
            }
            ifMatch.check(onboarding.version());
        };
    }

    private OnboardingView answer(String id, Optional<Decision<Onboarding>> decision, Tenant tenant) {
        return decision.map(ConflictException::unlessAllowed)
                .map(onboarding -> view(onboarding, "en", tenant))
                .orElseThrow(() -> new NotFoundException("onboarding", id));
    }

    private OnboardingView view(Onboarding onboarding, String locale, Tenant tenant) {
        return OnboardingView.of(
                onboarding,
                Locale.forLanguageTag(locale).getLanguage(),
                LocalDate.ofInstant(clock.instant(), zone),
                tenant.byPartner());
    }

    /** @param evidence what shows that the step is done; required if the step needs evidence */
    record EvidenceRequest(@Nullable @Size(min = 1, max = 2000) String evidence) {}

    /** @param reason no names of persons, because it stays */
    record WaiveRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** @param reason no names of persons, because it stays */
    record ReopenRequest(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * The body of {@code PUT …/steps/{step}}.
     *
     * @param owner {@code partner}, a person of the firm such as {@code user:u-17}, or a role such as {@code role:account-manager}
     */
    record StepRequest(
            @NotNull
                    @Pattern(
                            regexp = "partner|user:[A-Za-z0-9._-]{1,128}|role:[a-z][a-z0-9-]{0,63}",
                            message =
                                    "must be partner, a user such as user:u-17, or a role such as role:account-manager")
                    String owner,
            @NotNull @CalendarDay LocalDate dueOn) {

        String ownerOf(String partnerId) {
            return owner.equals("partner") ? Actor.partner(partnerId).value() : owner;
        }
    }
}
