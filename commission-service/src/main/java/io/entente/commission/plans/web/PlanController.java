package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.changes.ChangePlans;
import io.entente.commission.plans.changes.ChangePlans.Answer;
import io.entente.commission.plans.changes.ChangePlans.Wish;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.platform.web.lists.SortedBy;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/commission-plans}: add a plan, add a version, retire a plan, and read plans. A change above the policy's figures
 * is answered with 202 and waits for a second person as a {@link PlanProposal}.
 */
@RestController
@RequestMapping("/api/commission-plans")
class PlanController {

    private final PlanRegisters registers;
    private final ChangePlans changing;
    private final IdGenerator ids;
    private final UsedKeys keys;

    PlanController(PlanRegisters registers, ChangePlans changing, IdGenerator ids, UsedKeys keys) {
        this.registers = registers;
        this.changing = changing;
        this.ids = ids;
        this.keys = keys;
    }

    /**
     * Adds a commission plan. The plan's code is its identity, so repeating the request returns the plan with or
     * without an Idempotency-Key. A plan above the policy's figures is answered with 202 and waits for a second person. A plan
     * that takes partners from another one before the program's notice period has passed needs a {@code noticeReason}.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping
    ResponseEntity<PlanView> add(@RequestBody PlanRequest request, IdempotencyKey key, Actor actor) {
        String reason = reason(request.noticeReason());
        return created(change(new Wish(Kind.PLAN, request.toPlan(), null, reason, id(key)), actor, null));
    }

    /**
     * Adds a version of a commission plan. The version before it ends the day before. A version is never edited,
     * because it may have priced deals. A version that begins before the program's notice period has passed needs a
     * {@code noticeReason}. A version above the policy's figures is answered with 202 and waits for a second person.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{code}/versions")
    ResponseEntity<PlanView> addVersion(
            @PathVariable String code,
            @RequestBody VersionRequest request,
            IdempotencyKey key,
            IfMatch ifMatch,
            Actor actor) {
        newest(registers.current(), code);
        String reason = reason(request.noticeReason());
        return created(change(new Wish(Kind.VERSION, request.toPlan(code), null, reason, id(key)), actor, ifMatch));
    }

    /**
     * Retires a commission plan. Deals that are closed later are priced by the next plan that applies, or by none. If the
     * plan is above the policy's figures, the answer is 202, and the retirement waits for a second person. The partners
     * concerned are told. A plan that ends before the program's notice period has passed needs a {@code noticeReason}.
     */
    @ApiResponse(responseCode = "200", description = "The plan is retired.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "The retirement waits for a second person.",
            useReturnTypeSchema = true)
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{code}/retire")
    ResponseEntity<PlanView> retire(
            @PathVariable String code,
            @RequestBody RetireRequest request,
            IdempotencyKey key,
            IfMatch ifMatch,
            Actor actor) {
        return keys.once(
                key, "commission-plans/" + code + "/retire", request, () -> retired(code, request, ifMatch, actor));
    }

    private ResponseEntity<PlanView> retired(String code, RetireRequest request, IfMatch ifMatch, Actor actor) {
        CommissionPlan newest = newest(registers.current(), code);
        Answer answer = change(
                new Wish(Kind.RETIREMENT, newest, request.on(), reason(request.noticeReason()), null), actor, ifMatch);
        return answer instanceof Answer.Waits waits
                ? waiting(waits)
                : ResponseEntity.ok(view(applied(answer).plan()));
    }

    /** Returns the latest version of a commission plan. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/{code}")
    PlanView get(@PathVariable String code) {
        PlanRegister register = registers.current();
        return PlanView.of(newest(register, code), register);
    }

    /** Lists the versions of a commission plan, oldest first. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/{code}/versions")
    Page<PlanView> versions(@PathVariable String code, PageRequest page) {
        PlanRegister register = registers.current();
        newest(register, code);
        long after = versionAfter(page);
        List<CommissionPlan> found = register.book()
                .versions(code)
                .filter(plan -> plan.version() > after)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, plan -> Long.toString(plan.version())).map(plan -> PlanView.of(plan, register));
    }

    /** Returns a version of a commission plan. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping("/{code}/versions/{version}")
    PlanView version(@PathVariable String code, @PathVariable long version) {
        PlanRegister register = registers.current();
        return register.book()
                .version(new PlanRef(code, version))
                .map(plan -> PlanView.of(plan, register))
                .orElseThrow(() -> new NotFoundException("version of a commission plan", code + "/" + version));
    }

    /**
     * Lists commission plans: the latest version of each one or, with a day, the versions that are in force then.
     *
     * @param q words of the plan's code or name
     * @param rule only plans with this earning rule, such as VOLUME_TIERS
     * @param inForceOn only versions that price deals that close on this day
     * @param partnerId only plans that name this partner
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
    @GetMapping
    Page<PlanView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable LocalDate inForceOn,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page,
            @SortedBy({PlanList.CODE, PlanList.STARTS}) SortOrder sort) {
        PlanRegister register = registers.current();
        return new PlanList(SearchText.of(q).orElse(null), rule, inForceOn, partnerId, sort)
                .page(register, page)
                .map(plan -> PlanView.of(plan, register));
    }

    private Answer change(Wish wish, Actor actor, @Nullable IfMatch ifMatch) {
        return changing.change(wish, actor, register -> {
            if (ifMatch != null) {
                ifMatch.check(newest(register, wish.plan().code()).version());
            }
        });
    }

    private static @Nullable String reason(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private @Nullable String id(IdempotencyKey key) {
        return key.isPresent() ? key.idFor("req", "commission-plans", ids) : null;
    }

    private ResponseEntity<PlanView> created(Answer answer) {
        if (answer instanceof Answer.Waits waits) {
            return waiting(waits);
        }
        CommissionPlan plan = applied(answer).plan();
        String location = plan.version() == 1
                ? "/api/commission-plans/" + plan.code()
                : "/api/commission-plans/" + plan.code() + "/versions/" + plan.version();
        return applied(answer).replayed()
                ? Created.replayed(location, view(plan))
                : Created.first(location, view(plan));
    }

    private static ResponseEntity<PlanView> waiting(Answer.Waits waits) {
        ResponseEntity.BodyBuilder accepted = ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/plan-proposals/" + waits.proposal().id()));
        if (waits.replayed()) {
            accepted.header(IdempotencyKey.REPLAYED, "true");
        }
        return accepted.body(PlanView.of(waits.proposal()));
    }

    private PlanView view(CommissionPlan plan) {
        return PlanView.of(plan, registers.current());
    }

    private static Answer.Applied applied(Answer answer) {
        if (answer instanceof Answer.No refused) {
            throw InvalidInputException.unprocessable(new FieldError(refused.field(), refused.reason()));
        }
        return (Answer.Applied) answer;
    }

    private static CommissionPlan newest(PlanRegister register, String code) {
        return register.book().find(code).orElseThrow(() -> new NotFoundException("commission plan", code));
    }

    private static long versionAfter(PageRequest page) {
        try {
            return page.after() == null ? 0 : Long.parseLong(page.after());
        } catch (NumberFormatException notOurs) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("cursor", "must be the value of next from the previous page")));
        }
    }
}
