package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PlanDecision;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import io.entente.commission.plans.PlanRef;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commission-plans}: add a plan, add a version, retire a plan, and read plans. */
@RestController
@RequestMapping("/api/commission-plans")
class PlanController {

    private final PlanBooks books;
    private final IdGenerator ids;

    PlanController(PlanBooks books, IdGenerator ids) {
        this.books = books;
        this.ids = ids;
    }

    /**
     * Adds a commission plan. The plan's code is its identity, so repeating the request returns the plan with or
     * without an Idempotency-Key.
     */
    @PostMapping
    ResponseEntity<PlanView> add(@RequestBody PlanRequest request, IdempotencyKey key) {
        CommissionPlan plan = request.toPlan();
        String checkedKey = key.isPresent() ? key.idFor("req", "commission-plans", ids) : null;
        return created(decide(book -> book.add(plan, checkedKey)));
    }

    /**
     * Adds a version of a commission plan. The version before it ends the day before. A version is never edited,
     * because it may have priced deals.
     */
    @PostMapping("/{code}/versions")
    ResponseEntity<PlanView> addVersion(
            @PathVariable String code, @RequestBody VersionRequest request, IdempotencyKey key, IfMatch ifMatch) {
        newest(books.latest(), code);
        CommissionPlan draft = request.toPlan(code);
        String checkedKey = key.isPresent() ? key.idFor("req", "commission-plans", ids) : null;
        return created(decide(book -> unlessStale(book.addVersion(draft, checkedKey), newest(book, code), ifMatch)));
    }

    /** Retires a commission plan. Deals that are closed later are priced by the next plan that applies, or by none. */
    @PostMapping("/{code}/retire")
    PlanView retire(@PathVariable String code, @RequestBody RetireRequest request, IfMatch ifMatch) {
        PlanDecision decision = decide(book -> {
            CommissionPlan newest = newest(book, code);
            return unlessStale(book.retire(code, request.on()), newest, ifMatch);
        });
        return PlanView.of(plan(decision));
    }

    /** Returns the latest version of a commission plan. */
    @GetMapping("/{code}")
    PlanView get(@PathVariable String code) {
        return PlanView.of(newest(books.latest(), code));
    }

    /** Lists the versions of a commission plan, oldest first. */
    @GetMapping("/{code}/versions")
    Page<PlanView> versions(@PathVariable String code, PageRequest page) {
        PlanBook book = books.latest();
        newest(book, code);
        long after = versionAfter(page);
        List<CommissionPlan> found = book.versions(code)
                .filter(plan -> plan.version() > after)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, plan -> Long.toString(plan.version())).map(PlanView::of);
    }

    /** Returns a version of a commission plan. */
    @GetMapping("/{code}/versions/{version}")
    PlanView version(@PathVariable String code, @PathVariable long version) {
        return books.latest()
                .version(new PlanRef(code, version))
                .map(PlanView::of)
                .orElseThrow(() -> new NotFoundException("version of a commission plan", code + "/" + version));
    }

    /** Lists the latest version of each commission plan in the order of their codes. */
    @GetMapping
    Page<PlanView> list(PageRequest page) {
        String after = page.after();
        List<CommissionPlan> found = books.latest().newest().stream()
                .filter(plan -> after == null || plan.code().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, CommissionPlan::code).map(PlanView::of);
    }

    private PlanDecision decide(Function<PlanBook, PlanDecision> change) {
        return OptimisticRetry.retryOnConflict(() -> {
            PlanDecision decided = change.apply(books.latest());
            if (decided instanceof Accepted accepted) {
                books.replace(accepted.book());
            }
            return decided;
        });
    }

    private static PlanDecision unlessStale(PlanDecision decision, CommissionPlan newest, IfMatch ifMatch) {
        if (decision instanceof Accepted) {
            ifMatch.check(newest.version());
        }
        return decision;
    }

    private static CommissionPlan newest(PlanBook book, String code) {
        return book.find(code).orElseThrow(() -> new NotFoundException("commission plan", code));
    }

    private static ResponseEntity<PlanView> created(PlanDecision decision) {
        CommissionPlan plan = plan(decision);
        String location = plan.version() == 1
                ? "/api/commission-plans/" + plan.code()
                : "/api/commission-plans/" + plan.code() + "/versions/" + plan.version();
        return decision instanceof Accepted
                ? Created.first(location, PlanView.of(plan))
                : Created.replayed(location, PlanView.of(plan));
    }

    private static CommissionPlan plan(PlanDecision decision) {
        if (decision instanceof Refused refused) {
            throw InvalidInputException.unprocessable(new FieldError(refused.field(), refused.reason()));
        }
        return decision instanceof Accepted accepted ? accepted.plan() : ((Repeated) decision).plan();
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
