package io.entente.commission.simulation.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.DraftPlan;
import io.entente.commission.plans.Period;
import io.entente.commission.simulation.Comparison;
import io.entente.commission.simulation.SimulatePlan;
import io.entente.commission.simulation.TooManyDealsException;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commission-plans/simulate}: computes what a draft plan would have paid. */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api/commission-plans/simulate")
class SimulationController {

    /** The longest period that can be simulated, in years. */
    private static final int MAX_YEARS = 10;

    private final SimulatePlan simulatePlan;

    SimulationController(SimulatePlan simulatePlan) {
        this.simulatePlan = simulatePlan;
    }

    /**
     * Simulates a draft plan, or a proposal that waits for a second person, on past deals. Nothing is stored. The limit counts the partners that a page looks at; a
     * page has one line for each currency of each partner with deals in the period.
     */
    @PostMapping
    Page<SimulatedLine> simulate(@RequestBody SimulationRequest request, PageRequest page) {
        request.requireConsistent();
        try {
            return simulatePlan.simulate(draft(request), request.period(), page).map(SimulatedLine::of);
        } catch (TooManyDealsException tooMany) {
            throw InvalidInputException.unprocessable(
                    new FieldError("plan.rule", "can't be simulated: " + tooMany.getMessage()));
        }
    }

    private CommissionPlan draft(SimulationRequest request) {
        String proposal = request.proposalId();
        return proposal == null
                ? request.drafted().toPlan()
                : simulatePlan
                        .proposed(proposal)
                        .orElseThrow(() -> InvalidInputException.unprocessable(
                                new FieldError("proposalId", "names no proposal: " + proposal)));
    }

    /**
     * The body of a simulation request. It has either {@code plan} or {@code proposalId}.
     *
     * @param plan the draft, in the form in which plans are added; its dates don't matter
     * @param proposalId the proposal whose plan is simulated
     * @param from the first day on which deals closed or clients of retainers paid
     * @param to the last of these days
     */
    record SimulationRequest(
            @Nullable @Valid DraftPlan plan,
            @Nullable @Size(max = 64) String proposalId,
            @NotNull @CalendarDay LocalDate from,
            @NotNull @CalendarDay LocalDate to) {

        Period period() {
            return new Period(from, to);
        }

        /** @throws InvalidInputException if fields contradict each other */
        void requireConsistent() {
            List<FieldError> errors = new ArrayList<>();
            if ((plan == null) == (proposalId == null)) {
                errors.add(new FieldError("plan", "must be given, or proposalId, but not both"));
            } else if (plan != null) {
                errors.addAll(contradictionsOfPlan());
            }
            if (to.isBefore(from)) {
                errors.add(new FieldError("to", "must not be before from, " + from));
            } else if (to.isAfter(from.plusYears(MAX_YEARS))) {
                errors.add(new FieldError("to", "must be at most " + MAX_YEARS + " years after from"));
            }
            if (!errors.isEmpty()) {
                throw InvalidInputException.unprocessable(errors.toArray(FieldError[]::new));
            }
        }

        DraftPlan drafted() {
            return Objects.requireNonNull(plan, "plan");
        }

        private List<FieldError> contradictionsOfPlan() {
            try {
                CommissionPlan unused = drafted().toPlan();
                return List.of();
            } catch (InvalidInputException refused) {
                return refused.errors().stream()
                        .map(error -> new FieldError("plan." + error.field(), error.message()))
                        .toList();
            }
        }
    }

    /** The comparison of one partner in one currency. */
    record SimulatedLine(
            String partnerId, long deals, long repriced, MoneyJson accrued, MoneyJson simulated, MoneyJson difference) {

        static SimulatedLine of(Comparison comparison) {
            return new SimulatedLine(
                    comparison.partnerId().value(),
                    comparison.deals(),
                    comparison.repriced(),
                    MoneyJson.of(comparison.accrued()),
                    MoneyJson.of(comparison.simulated()),
                    MoneyJson.of(comparison.difference()));
        }
    }
}
