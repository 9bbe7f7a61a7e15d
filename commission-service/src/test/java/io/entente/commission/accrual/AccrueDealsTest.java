package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static io.entente.commission.deals.DealMother.deal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Credit;
import io.entente.platform.events.consume.NotYetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AccrueDealsTest {

    private static final List<String> PARTNERS = List.of("par_ash", "par_elm", "par_fir");

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void a_deal_accrues_once_for_each_partner_credited() {
        Deal deal = deal("d", "USD 100.00", List.of(credit("par_ash", "0.6"), credit("par_elm", "0.4")));

        assertThat(program(ledger).accrue(deal)).isTrue();
        assertThat(program(ledger).accrue(deal)).isFalse();

        assertThat(ledger.transactions())
                .extracting(transaction -> transaction.id().toString())
                .containsExactly("par_ash/000000000001", "par_elm/000000000001");
    }

    @Test
    void a_deal_half_booked_is_completed_when_it_comes_again() {
        Deal deal = deal("d", "USD 100.00", List.of(credit("par_ash", "0.6"), credit("par_elm", "0.4")));
        ledger.append(Postings.price(deal, 0, profile("par_ash"), PlanMother.everybodyAt("0.10")));

        assertThat(program(ledger).accrue(deal)).isTrue();

        assertThat(ledger.transactions()).hasSize(2);
    }

    @Test
    void a_deal_that_the_firm_referred_earns_nothing_and_counts_for_no_tier() {
        Deal sent = DealMother.outbound("sent", "par_ash", "USD 100.00");
        Deal brought = deal("brought", "par_ash", "USD 100.00");

        program(ledger).accrue(sent);
        program(ledger).accrue(brought);

        ChainHead head = ledger.head(new PartnerId("par_ash"));
        assertThat(head.number()).isEqualTo(2);
        assertThat(head.counters().dealsByYear()).containsExactly(Map.entry(2026, 1L));
        assertThat(head.counters().revenue()).containsValue(Money.parse("USD 100.00"));
    }

    @Test
    void nothing_is_booked_while_a_partner_is_unknown() {
        Deal deal = deal("d", "USD 100.00", List.of(credit("par_ash", "0.6"), credit("par_nobody", "0.4")));

        assertThatThrownBy(() -> program(ledger).accrue(deal))
                .isInstanceOf(NotYetException.class)
                .hasMessageContaining("par_nobody");
        assertThat(ledger.transactions()).isEmpty();
    }

    @Property(tries = 200)
    void any_order_and_repetition_gives_the_same_balances(
            @ForAll("programs") List<Deal> deals, @ForAll("seeds") long seed) {
        InMemoryLedger once = new InMemoryLedger();
        deals.forEach(program(once)::accrue);
        List<Deal> anyhow = new ArrayList<>(deals);
        anyhow.addAll(deals.subList(0, deals.size() / 2));
        Collections.shuffle(anyhow, new Random(seed));
        InMemoryLedger shuffled = new InMemoryLedger();

        anyhow.forEach(program(shuffled)::accrue);

        assertThat(standing(shuffled)).isEqualTo(standing(once));
        long expected = deals.stream().mapToLong(deal -> deal.credit().size()).sum();
        assertThat(shuffled.transactions())
                .hasSize((int) expected)
                .extracting(LedgerTransaction::cause)
                .doesNotHaveDuplicates();
        assertThat(shuffled.transactions())
                .allSatisfy(transaction ->
                        assertThat(LedgerLine.balance(transaction.lines())).isTrue());
    }

    private record Standing(long number, Balances balances, Counters counters) {
        static Standing of(ChainHead head) {
            return new Standing(head.number(), head.balances(), head.counters());
        }
    }

    private static Map<String, Standing> standing(InMemoryLedger ledger) {
        Map<String, Standing> standing = new TreeMap<>();
        PARTNERS.forEach(partner -> standing.put(partner, Standing.of(ledger.head(new PartnerId(partner)))));
        return standing;
    }

    private static Program program(InMemoryLedger ledger) {
        return new Program(
                new KnownPartners(), PlanMother.everybodyAt("0.10"), ledger, new CompliancePolicy(List.of()));
    }

    private static PartnerProfile profile(String id) {
        return PlanMother.partner(id, Tier.ACTIVE, PartnershipModel.REFERRAL);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Deals of years and currencies of their own, some sold by two partners. */
    @Provide
    Arbitrary<List<Deal>> programs() {
        Arbitrary<Integer> cents = Arbitraries.integers().between(1, 10_000_000);
        Arbitrary<Integer> sharePercent = Arbitraries.integers().between(1, 100);
        Arbitrary<Integer> first = Arbitraries.integers().between(0, PARTNERS.size() - 1);
        Arbitrary<Integer> year = Arbitraries.integers().between(1999, 2027);
        Arbitrary<String> currency = Arbitraries.of("USD", "MYR");
        return Combinators.combine(cents, sharePercent, first, year, currency)
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(all -> {
                    List<Deal> deals = new ArrayList<>();
                    all.forEach(drawn -> deals.add(drawn.toDeal("deal-" + deals.size())));
                    return deals;
                });
    }

    private record Drawn(int cents, int sharePercent, int first, int year, String currency) {
        Deal toDeal(String id) {
            String one = PARTNERS.get(first);
            String other = PARTNERS.get((first + 1) % PARTNERS.size());
            BigDecimal share = BigDecimal.valueOf(sharePercent, 2);
            List<Credit> credit = sharePercent == 100
                    ? List.of(credit(one, "1"))
                    : List.of(credit(one, share), credit(other, BigDecimal.ONE.subtract(share)));
            String amount = currency + " " + BigDecimal.valueOf(cents, 2);
            return deal(id, amount, LocalDate.of(year, 6, 30), credit);
        }
    }

    private static final class KnownPartners implements PartnerProfiles {
        @Override
        public Optional<PartnerProfile> find(PartnerId id) {
            return PARTNERS.contains(id.value()) ? Optional.of(profile(id.value())) : Optional.empty();
        }

        @Override
        public boolean learn(PartnerProfile profile) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }
}
