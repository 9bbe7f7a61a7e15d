package io.entente.commission.invoices.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.statements.ChainMother;
import io.entente.commission.statements.DrawUpStatements;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.RecordingLedger;
import io.entente.commission.statements.ReferralsReceived;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quarters of a program in Tokyo, where a day begins nine hours earlier than in UTC. */
class EarnedByQuarterTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final PartnerId PINE = new PartnerId("par_pine");
    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Quarter Q3 = new Quarter(2026, 3);

    private final RecordingLedger ledger = new RecordingLedger();
    private final PartnerChains chains = new PartnerChains(ledger, block -> Map.of());

    @Test
    void a_quarter_that_takes_back_amounts_of_two_quarters_and_earns_something_concerns_all_three() {
        Posting spring = deal("d-1", "901.40");
        Posting summer = deal("d-2", "333.30");
        Posting autumn = deal("d-3", "77.00");
        ledger.at("2026-06-30T14:59:00Z", spring)
                .at("2026-06-30T15:00:00Z", summer)
                .at("2026-10-05T08:00:00Z", new Change(spring, "-40.10"))
                .at("2026-10-06T08:00:00Z", autumn)
                .at("2026-10-07T08:00:00Z", new Change(summer, "-3.30"))
                .at("2026-11-07T08:00:00Z", new Change(spring, "-1.00"));

        assertThat(parts(new Quarter(2026, 4)))
                .containsExactly(
                        entry(Q2, euros("-41.10")),
                        entry(Q3, euros("-3.30")),
                        entry(new Quarter(2026, 4), euros("77.00")));
    }

    @Test
    void what_is_taken_back_in_the_quarter_that_earned_it_only_lowers_its_invoice() {
        Posting deal = deal("d-1", "500.00");
        ledger.at("2026-05-01T08:00:00Z", deal).at("2026-06-01T08:00:00Z", new Change(deal, "-120.00"));

        assertThat(parts(Q2)).containsExactly(entry(Q2, euros("380.00")));
    }

    @Test
    void a_quarter_whose_amounts_add_up_to_nothing_still_concerns_two_documents() {
        Posting before = deal("d-1", "60.00");
        ledger.at("2026-05-01T08:00:00Z", before)
                .at("2026-08-01T08:00:00Z", new Change(before, "-60.00"))
                .at("2026-08-02T08:00:00Z", deal("d-2", "60.00"));

        assertThat(parts(Q3)).containsExactly(entry(Q2, euros("-60.00")), entry(Q3, euros("60.00")));
    }

    private SortedMap<Quarter, Money> parts(Quarter quarter) {
        Statement statement = new DrawUpStatements(chains, new NoReferrals(), TOKYO, CurrencyUnit.EUR)
                .of(PINE, quarter)
                .get(0);
        return new EarnedByQuarter(chains, new ReadFromChain(), TOKYO).of(statement);
    }

    private static Posting deal(String id, String earned) {
        return ChainMother.deal(PINE.value(), id, "Brightwater", "EUR 9000.00", "EUR " + earned);
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }

    /** A change of what a commission earns. */
    private record Change(Posting of, String amount) implements Entry {

        @Override
        public PartnerId partnerId() {
            return PINE;
        }

        @Override
        public TransactionKind kind() {
            return TransactionKind.CLAWED_BACK;
        }

        @Override
        public String cause() {
            return "change/" + of.cause() + amount;
        }

        @Override
        public List<LedgerLine> lines() {
            Money taken = euros(amount).negated();
            return List.of(
                    new LedgerLine(Account.ACCRUED, Side.DEBIT, taken),
                    new LedgerLine(Account.COMMISSION_EXPENSE, Side.CREDIT, taken));
        }

        @Override
        public Counters counted(Counters before) {
            return before;
        }

        @Override
        public List<String> explanation() {
            return List.of();
        }

        @Override
        public Optional<CreditedDeal> creditedDeal() {
            return of.creditedDeal();
        }

        @Override
        public Entry explainedFurther(Step step) {
            return this;
        }
    }

    private static final class NoReferrals implements ReferralsReceived {

        @Override
        public boolean note(PartnerId partner, String referralId, Instant at) {
            return false;
        }

        @Override
        public long count(PartnerId partner, Quarter quarter) {
            return 0;
        }
    }

    private final class ReadFromChain implements Commissions {

        private Stream<LedgerTransaction> of(CommissionId id) {
            return ledger.chain(PINE, PageRequest.first()).items().stream()
                    .map(ChainedTransaction::transaction)
                    .filter(transaction ->
                            CommissionId.of(transaction.deal().orElseThrow()).equals(id));
        }

        @Override
        public Optional<LedgerTransaction> find(CommissionId id) {
            return of(id).findFirst();
        }

        @Override
        public List<LedgerTransaction> changes(CommissionId id, int limit) {
            return of(id).skip(1).limit(limit).toList();
        }

        @Override
        public Map<CommissionId, LedgerTransaction> begun(Collection<CommissionId> ids) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Optional<Commission> standing(CommissionId id) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Map<CommissionId, Commission> standings(Collection<CommissionId> ids) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }
}
