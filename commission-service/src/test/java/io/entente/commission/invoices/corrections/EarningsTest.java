package io.entente.commission.invoices.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.entente.commission.statements.Quarter;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class EarningsTest {

    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Quarter Q3 = new Quarter(2026, 3);
    private static final Quarter Q4 = new Quarter(2026, 4);

    private final Earnings earnings = new Earnings();

    @Test
    void what_a_quarter_earned_is_its_own() {
        assertThat(earnings.next(Q2, euros("731.15"))).containsExactly(entry(Q2, euros("731.15")));
        assertThat(earnings.next(Q3, euros("20.00"))).containsExactly(entry(Q3, euros("20.00")));
    }

    @Test
    void an_amount_is_taken_back_from_the_quarter_that_earned_last_and_then_from_those_before() {
        earnings.next(Q1, euros("500.00"));
        earnings.next(Q2, euros("120.50"));

        assertThat(earnings.next(Q3, euros("-300.00")))
                .containsExactly(entry(Q1, euros("-179.50")), entry(Q2, euros("-120.50")));
        assertThat(earnings.next(Q4, euros("-320.50"))).containsExactly(entry(Q1, euros("-320.50")));
    }

    @Test
    void more_than_was_ever_earned_stays_with_the_quarter_that_takes_it_back() {
        earnings.next(Q1, euros("10.00"));

        assertThat(earnings.next(Q3, euros("-12.00")))
                .containsExactly(entry(Q1, euros("-10.00")), entry(Q3, euros("-2.00")));
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
