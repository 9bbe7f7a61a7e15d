package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PlanDecision;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import io.entente.messaging.aggregate.ConcurrentChanges;
import io.entente.messaging.ids.IdGenerator;
import io.entente.messaging.rest.Created;
import io.entente.messaging.rest.FieldError;
import io.entente.messaging.rest.IdempotencyKey;
import io.entente.messaging.rest.InvalidInputException;
import io.entente.messaging.rest.NotFoundException;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commission-plans}: add and look up. */
@RestController
@RequestMapping("/api/commission-plans")
class PlanController {

    private final PlanBooks books;
    private final IdGenerator ids;

    PlanController(PlanBooks books, IdGenerator ids) {
        this.books = books;
        this.ids = ids;
    }

    /** A plan's code is its identity: the same request again is known by it, with or without an {@code Idempotency-Key}. */
    @PostMapping
    ResponseEntity<Object> add(
            @RequestBody PlanRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        CommissionPlan plan = request.toPlan();
        String checkedKey = key == null ? null : IdempotencyKey.idFor("req", "commission-plans", key, ids);
        PlanDecision decision = ConcurrentChanges.decideAgain(() -> {
            PlanDecision decided = books.latest().add(plan, checkedKey);
            if (decided instanceof Accepted accepted) {
                books.replace(accepted.book());
            }
            return decided;
        });
        if (decision instanceof Accepted accepted) {
            return Created.first(location(plan), PlanView.of(accepted.plan()));
        }
        if (decision instanceof Repeated repeated) {
            return Created.replayed(location(plan), PlanView.of(repeated.plan()));
        }
        Refused refused = (Refused) decision;
        throw InvalidInputException.unprocessable(new FieldError(refused.field(), refused.reason()));
    }

    @GetMapping("/{code}")
    PlanView get(@PathVariable String code) {
        return books.latest()
                .find(code)
                .map(PlanView::of)
                .orElseThrow(() -> new NotFoundException("commission plan", code));
    }

    /** Plans in the order of their codes. */
    @GetMapping
    Page<PlanView> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        String after = page.after();
        List<CommissionPlan> found = books.latest().newest().stream()
                .filter(plan -> after == null || plan.code().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, CommissionPlan::code).map(PlanView::of);
    }

    private static String location(CommissionPlan plan) {
        return "/api/commission-plans/" + plan.code();
    }
}
