package io.entente.commission.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.InMemoryDeals;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.statements.ChainMother;
import io.entente.commission.statements.RecordingLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LedgerPastDealsTest {

    private static final Posting DEAL = ChainMother.deal("par_pine", "d-1", "Brightwater", "EUR 1500.00", "EUR 150.00");

    private final RecordingLedger ledger = new RecordingLedger();

    @Test
    void corrections_of_deals_and_later_tiers_count_and_adjustments_by_people_do_not() {
        Movement corrected = corrected(Commission.of(DEAL), "87.50", "user:fin-1");
        Movement adjusted = moved(
                corrected.after(),
                Draft.of(corrected.after()).adjusted(euros("33.33"), "adjustment-1"),
                "33.33",
                "user:fin-1");
        Movement lifted = corrected(adjusted.after(), "-12.25", "system");
        ledger.at("2026-04-02T09:00:00Z", DEAL)
                .at("2026-04-03T09:00:00Z", corrected)
                .at("2026-04-04T09:00:00Z", adjusted)
                .at("2026-04-05T09:00:00Z", lifted);

        assertThat(changes()).containsExactly(euros("87.50"), euros("-12.25"));
    }

    private List<Money> changes() {
        List<Money> changes = new ArrayList<>();
        InMemoryDeals deals = new InMemoryDeals();
        new LedgerPastDeals(ledger, deals, deals).replay(DEAL.partnerId(), new PastDeals.Visitor() {
            @Override
            public void deal(PastDeals.PastDeal deal) {
                throw new AssertionError("no deal is registered here");
            }

            @Override
            public void changed(String id, LocalDate earnedOn, Money amount) {
                assertThat(earnedOn).isEqualTo(DEAL.deal().earnedOn());
                changes.add(amount);
            }

            @Override
            public void kept(String id, Money worth, Money basis) {
                assertThat(worth).isEqualTo(basis);
            }

            @Override
            public void recounted(PastDeals.Recounted change) {
                throw new AssertionError("no deal is recounted here");
            }

            @Override
            public void lost(String clientKey, Money amount) {
                throw new AssertionError("nothing is refunded here");
            }
        });
        return changes;
    }

    private static Movement corrected(Commission before, String by, String actor) {
        return moved(before, Draft.of(before).corrected(euros(by), "correction" + by), by, actor);
    }

    private static Movement moved(Commission before, Draft after, String by, String actor) {
        return Change.of(before, TransactionKind.ADJUSTED, actor)
                .about(euros(by))
                .to(after.commission());
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
