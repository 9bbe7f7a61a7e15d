package io.entente.partner.programcosts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.EnterCosts;
import io.entente.partner.programcosts.EnterCosts.NewCost;
import io.entente.partner.programcosts.ProgramCost;
import io.entente.partner.programcosts.ProgramCosts;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.ValidMoney;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.BodyTooLargeException;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.constraints.PositiveMoney;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/program-costs}: enters what the program costs beside commission, and takes entries back. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
@RestController
@RequestMapping("/api/program-costs")
class ProgramCostController {

    private static final String PATH = "/api/program-costs/";

    private final EnterCosts enter;
    private final ProgramCosts costs;
    private final IdGenerator ids;
    private final ObjectMapper json;

    ProgramCostController(EnterCosts enter, ProgramCosts costs, IdGenerator ids, ObjectMapper json) {
        this.enter = enter;
        this.costs = costs;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Enters a cost. An entry is never changed; a wrong one is reversed. A request that is repeated with the same Idempotency-Key gets the
     * first answer again.
     */
    @PostMapping
    ResponseEntity<ProgramCostView> add(@RequestBody CostRequest request, Actor actor, IdempotencyKey key) {
        String id = key.idFor(ProgramCost.PREFIX, "program-costs", ids);
        Optional<ProgramCost> added =
                enter.add(id, request.toCost(), actor, cost -> Receipts.of(request, ProgramCostView.of(cost), json));
        if (added.isPresent()) {
            return Created.first(PATH + id, ProgramCostView.of(added.get()));
        }
        Receipt first = costs.receipt(id).orElseThrow();
        if (!Receipts.isFor(first, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(PATH + id, first);
    }

    /**
     * Enters the costs of a CSV file with the columns day, category, amount, currency and note. If a line is wrong, nothing is entered, and the
     * answer says what is wrong in which line. Sending the same file again changes nothing.
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "A CSV file in UTF-8 of at most 256 KiB and 1,000 rows",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping(path = "/import", consumes = "text/csv")
    CostImportView addFile(HttpServletRequest request, Actor actor) throws IOException {
        byte[] body = request.getInputStream().readNBytes(CostFile.MAX_BYTES + 1);
        if (body.length > CostFile.MAX_BYTES) {
            throw new BodyTooLargeException(CostFile.MAX_BYTES);
        }
        CostFile file = CostFile.read(new String(body, UTF_8));
        int added = enter.addAll(file.costs(), file.ids(), actor);
        return new CostImportView(file.costs().size(), added);
    }

    /** Returns an entry. */
    @GetMapping("/{costId}")
    ProgramCostView get(@PathVariable String costId) {
        return costs.find(costId).map(ProgramCostView::of).orElseThrow(() -> notFound(costId));
    }

    /** Takes back an entry by another one of the same day. Repeating the request changes nothing. */
    @PostMapping("/{costId}/reverse")
    ProgramCostView reverse(@PathVariable String costId, @RequestBody ReverseCostRequest request, Actor actor) {
        return enter.reverse(costId, request.reason().strip(), actor)
                .map(ConflictException::unlessAllowed)
                .map(ProgramCostView::of)
                .orElseThrow(() -> notFound(costId));
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("cost", id);
    }

    /**
     * The body of {@code POST /api/program-costs}.
     *
     * @param day on which it counts
     * @param note what it was for
     */
    record CostRequest(
            @NotNull CostCategory category,
            @NotNull @CalendarDay LocalDate day,
            @NotNull @Valid @ValidMoney @PositiveMoney MoneyJson amount,
            @Nullable @Size(max = 500) String note) {

        NewCost toCost() {
            return new NewCost(category, day, amount.toMoney(), note == null ? null : note.strip());
        }
    }

    /**
     * The body of {@code POST /api/program-costs/{costId}/reverse}.
     *
     * @param reason why the entry was wrong
     */
    record ReverseCostRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * What became of a file.
     *
     * @param rows with costs
     * @param added how many of them weren't known
     */
    record CostImportView(int rows, int added) {}
}
