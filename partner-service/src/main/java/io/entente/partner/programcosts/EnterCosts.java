package io.entente.partner.programcosts;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds entries to the costs of the program. */
public final class EnterCosts {

    private final ProgramCosts costs;
    private final Clock clock;

    public EnterCosts(ProgramCosts costs, Clock clock) {
        this.costs = costs;
        this.clock = clock;
    }

    /** What somebody enters. */
    public record NewCost(CostCategory category, LocalDate day, Money amount, @Nullable String note) {

        ProgramCost entry(String id, Actor by, Clock clock) {
            return new ProgramCost(id, category, day, amount, note, null, by.value(), clock.instant());
        }
    }

    /**
     * Adds an entry.
     *
     * @return empty if there is an entry with this id, because the request is repeated
     */
    public Optional<ProgramCost> add(String id, NewCost cost, Actor by, Function<ProgramCost, Receipt> receipt) {
        ProgramCost entry = cost.entry(id, by, clock);
        return costs.add(entry, receipt.apply(entry)) ? Optional.of(entry) : Optional.empty();
    }

    /**
     * Adds the entries of a file. Those that are known stay as they are.
     *
     * @param ids the id of each entry
     * @return how many are new
     */
    public int addAll(List<NewCost> all, List<String> ids, Actor by) {
        int added = 0;
        for (int i = 0; i < all.size(); i++) {
            added += costs.add(all.get(i).entry(ids.get(i), by, clock), null) ? 1 : 0;
        }
        return added;
    }

    /**
     * Takes back an entry by another one. If it was taken back before, nothing changes.
     *
     * @return the entry that takes it back; empty if there is no such entry
     */
    public Optional<Decision<ProgramCost>> reverse(String id, String reason, Actor by) {
        return costs.find(id).map(cost -> {
            if (cost.reverses() != null) {
                return Decision.rejected(
                        "This entry takes back %s. Enter the cost again instead.".formatted(cost.reverses()));
            }
            ProgramCost reversal = cost.reversal(reason, by.value(), clock.instant());
            return costs.add(reversal, null)
                    ? Decision.allowed(reversal)
                    : Decision.allowed(costs.find(reversal.id()).orElseThrow());
        });
    }
}
