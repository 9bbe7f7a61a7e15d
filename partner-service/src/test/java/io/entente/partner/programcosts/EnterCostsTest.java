package io.entente.partner.programcosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.programcosts.EnterCosts.NewCost;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class EnterCostsTest {

    private static final Actor ANN = new Actor("user:ann");
    private static final LocalDate DAY = LocalDate.parse("2027-05-03");
    private static final NewCost FAIR =
            new NewCost(CostCategory.MARKETING, DAY, Money.parse("EUR 810.40"), "Booth at the fair");

    private final CostsInMemory costs = new CostsInMemory();
    private final EnterCosts enter =
            new EnterCosts(costs, Clock.fixed(Instant.parse("2027-06-01T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_wrong_entry_is_taken_back_once_by_another_one_of_the_same_day() {
        enter.add("cost_1", FAIR, ANN, cost -> new Receipt("f", "a"));

        ProgramCost first = enter.reverse("cost_1", "It was the other fair.", ANN)
                .orElseThrow()
                .orElseThrow();
        ProgramCost second =
                enter.reverse("cost_1", "Again.", ANN).orElseThrow().orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(first.amount()).isEqualTo(Money.parse("EUR -810.40"));
        assertThat(first.day()).isEqualTo(DAY);
        assertThat(first.reverses()).isEqualTo("cost_1");
        assertThat(all()).hasSize(2);
        assertThat(costs.find("cost_1").orElseThrow().note()).isEqualTo("Booth at the fair");
    }

    @Test
    void what_takes_back_an_entry_is_not_taken_back_itself() {
        enter.add("cost_1", FAIR, ANN, cost -> new Receipt("f", "a"));
        enter.reverse("cost_1", "Wrong.", ANN);

        assertThat(enter.reverse("cost_1-reversal", "Right after all.", ANN)
                        .orElseThrow()
                        .rejection())
                .isPresent();
        assertThat(enter.reverse("cost_9", "Wrong.", ANN)).isEmpty();
    }

    @Test
    void the_rows_of_a_file_are_added_once() {
        List<NewCost> rows = List.of(FAIR, FAIR);

        assertThat(enter.addAll(rows, List.of("cost_a", "cost_b"), ANN)).isEqualTo(2);
        assertThat(enter.addAll(rows, List.of("cost_a", "cost_b"), ANN)).isZero();
    }

    private List<ProgramCost> all() {
        return costs.list(
                        new CostFilter(null, null, null, null, new SortOrder(CostFilter.DAY, false)),
                        PageRequest.first())
                .items();
    }
}
