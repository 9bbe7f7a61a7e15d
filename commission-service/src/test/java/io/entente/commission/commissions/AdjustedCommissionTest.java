package io.entente.commission.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.settlement.Settlement;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import io.entente.commission.plans.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Adjustments are released and clawed back like what the deal earned. */
class AdjustedCommissionTest {

    private static final LocalDate ON = LocalDate.parse("2026-05-01");

    private final List<DealFact> facts = new ArrayList<>();
    private Commission commission = LifeMother.accrued("USD 10000.00", "USD 1000.00");

    @Test
    void goodwill_after_a_refund_is_released_at_once() {
        happens(Kind.PAYMENT, "10000.00");
        happens(Kind.REFUND, "4000.00");

        adjust("100.00");

        assertNet("700.00", "700.00");
    }

    @Test
    void goodwill_after_a_whole_refund_is_released_at_once() {
        happens(Kind.PAYMENT, "10000.00");
        happens(Kind.REFUND, "10000.00");

        adjust("100.00");

        assertNet("100.00", "100.00");
    }

    @Test
    void goodwill_waits_with_the_rest_while_the_client_still_owes() {
        happens(Kind.PAYMENT, "2500.00");
        adjust("100.00");
        assertNet("1100.00", "275.00");

        happens(Kind.PAYMENT, "7500.00");

        assertNet("1100.00", "1100.00");
    }

    @Test
    void a_refund_takes_the_same_fraction_of_goodwill_as_of_the_commission() {
        happens(Kind.PAYMENT, "10000.00");
        adjust("100.00");

        happens(Kind.REFUND, "4000.00");
        assertNet("660.00", "660.00");
        happens(Kind.REFUND, "6000.00");
        assertNet("0.00", "0.00");
    }

    @Test
    void goodwill_given_after_a_refund_loses_its_fraction_of_what_was_left_then() {
        happens(Kind.PAYMENT, "10000.00");
        happens(Kind.REFUND, "5000.00");
        adjust("100.00");

        happens(Kind.REFUND, "2500.00");

        assertNet("300.00", "300.00");
    }

    @Test
    void goodwill_right_after_a_refund_that_changed_nothing_loses_its_fraction_of_what_was_left_then() {
        happens(Kind.PAYMENT, "10000.00");
        adjust("-1000.00");
        happens(Kind.REFUND, "5000.00");
        assertNet("0.00", "0.00");

        adjust("100.00");
        assertNet("100.00", "100.00");
        happens(Kind.REFUND, "2500.00");

        assertNet("50.00", "50.00");
    }

    @Test
    void goodwill_for_a_deal_of_which_nothing_is_left_knows_what_is_kept() {
        happens(Kind.PAYMENT, "2500.00");
        adjust("-1000.00");
        assertNet("0.00", "0.00");
        happens(Kind.PAYMENT, "5000.00");

        adjust("100.00");

        assertNet("100.00", "75.00");
    }

    @Test
    void a_refund_that_changes_no_amount_of_the_commission_changes_the_revenue_that_was_lost() {
        commission = LifeMother.accrued("USD 10000.00", "USD 1.00");
        happens(Kind.PAYMENT, "10000.00");

        happens(Kind.REFUND, "10.00");

        assertNet("1.00", "1.00");
        assertThat(commission.refundedRevenue()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(commission.settled().refunded()).isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void an_amount_that_was_taken_away_shrinks_with_the_commission() {
        happens(Kind.PAYMENT, "10000.00");
        adjust("-200.00");

        happens(Kind.REFUND, "5000.00");

        assertNet("400.00", "400.00");
    }

    @Test
    void the_flat_fee_of_a_deal_without_an_amount_can_be_adjusted_and_is_lost_by_a_reversal_only() {
        Posting opened = LifeMother.opened(Trigger.PROJECT_START, null, "USD 0.00", "USD 50.00");
        commission = Objects.requireNonNull(opened.opening());

        adjust("10.00");
        happens(Kind.PAYMENT, "100.00");

        assertNet("60.00", "60.00");
    }

    @Property(tries = 500)
    void any_history_gives_the_sums_of_a_plain_model(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(min = 0, max = 3) Integer> kinds,
            @ForAll @Size(value = 14) List<@IntRange(min = 1, max = 600_000) Integer> cents) {
        AdjustedCommissionTest history = new AdjustedCommissionTest();
        Model model = new Model();
        for (int i = 0; i < kinds.size(); i++) {
            long moved = cents.get(i);
            Money amount = Money.ofMinor(LifeMother.USD, moved);
            switch (kinds.get(i)) {
                case 0 -> {
                    model.paid += moved;
                    history.happens(Kind.PAYMENT, amount.getAmount().toPlainString());
                }
                case 1 -> {
                    model.refunded += moved;
                    history.happens(Kind.REFUND, amount.getAmount().toPlainString());
                }
                default -> {
                    int by = kinds.get(i) == 2 ? cents.get(i) % 50_000 + 1 : -(cents.get(i) % 20_000 + 1);
                    if (history.net() + by >= 0 && model.net() + by >= 0) {
                        model.adjustments.merge(model.worth(), (long) by, Long::sum);
                        history.adjust(
                                Money.ofMinor(LifeMother.USD, by).getAmount().toPlainString());
                    }
                }
            }
            assertThat(history.net()).isEqualTo(model.net());
            assertThat(history.commission.released().getAmountMinorLong()).isEqualTo(model.released());
        }
    }

    /** Adds up cents. It shares no code with the service. */
    private static final class Model {
        private static final long DEAL = 1_000_000;
        private static final long EARNED = 100_000;
        private final Map<Long, Long> adjustments = new HashMap<>();
        private long paid;
        private long refunded;

        long worth() {
            return Math.max(0, Math.min(Math.max(DEAL, paid) - refunded, DEAL));
        }

        long kept() {
            return Math.max(0, Math.min(paid - refunded, DEAL));
        }

        long adjusted() {
            return adjustments.entrySet().stream()
                    .mapToLong(made -> worth() >= made.getKey()
                            ? made.getValue()
                            : round(made.getValue() * worth(), made.getKey()))
                    .sum();
        }

        long net() {
            return Math.max(0, round(EARNED * worth(), DEAL) + adjusted());
        }

        long released() {
            if (kept() == worth()) {
                return net();
            }
            BigDecimal exact = BigDecimal.valueOf(EARNED * kept())
                    .multiply(BigDecimal.valueOf(worth()))
                    .add(BigDecimal.valueOf(adjusted())
                            .multiply(BigDecimal.valueOf(kept()))
                            .multiply(BigDecimal.valueOf(DEAL)));
            BigDecimal whole = BigDecimal.valueOf(DEAL).multiply(BigDecimal.valueOf(worth()));
            long free = exact.divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
            return Math.max(0, Math.min(free, net()));
        }

        private static long round(long product, long by) {
            return BigDecimal.valueOf(product)
                    .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    private long net() {
        return commission.net().getAmountMinorLong();
    }

    private void happens(Kind kind, String amount) {
        facts.add(new DealFact(kind, "f" + facts.size(), "d", Money.parse("USD " + amount), ON, "It did.", "system"));
        Optional<Movement> next = Settlement.next(commission, new DealFile("d", facts), ON);
        while (next.isPresent()) {
            commission = next.get().after();
            next = Settlement.next(commission, new DealFile("d", facts), ON);
        }
    }

    private void adjust(String amount) {
        Correction correction = new Correction(
                "c" + commission.corrections().size(),
                Money.parse("USD " + amount),
                false,
                "Goodwill.",
                "user:a",
                List.of("Goodwill."));
        Settlement.Known known = Settlement.known(commission, new DealFile("d", facts), ON);
        commission =
                correction.on(commission, known, ON).orElseThrow().orElseThrow().after();
    }

    private void assertNet(String net, String released) {
        assertThat(commission.net()).isEqualTo(Money.parse("USD " + net));
        assertThat(commission.released()).isEqualTo(Money.parse("USD " + released));
        assertThat(commission.accounts().values()).noneMatch(Money::isNegative);
    }
}
