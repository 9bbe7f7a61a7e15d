package io.entente.commission.deals;

import io.entente.commission.deals.DealFact.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All facts of a deal in the order in which they were recorded. Every reader sees the same order. A commission
 * remembers how many facts it has settled, so each fact counts exactly once, even if it arrives before its deal.
 */
public record DealFile(String dealId, List<DealFact> facts) {

    /** The largest number of facts of one deal. It allows twenty years of monthly payments with refunds. */
    public static final int MAX_FACTS = 500;

    /** The largest number of facts together with those that take one of them back, each of which does so once. */
    public static final int MAX_FACTS_WITH_VOIDED = 2 * MAX_FACTS;

    public DealFile {
        facts = List.copyOf(facts);
    }

    /** Returns what the client has paid in a currency, without payments that were voided. */
    public Money paid(CurrencyUnit currency) {
        return sum(Kind.PAYMENT, currency).minus(sum(Kind.PAYMENT_VOIDED, currency));
    }

    /** Returns what the client was refunded in a currency, without refunds that were voided. */
    public Money refunded(CurrencyUnit currency) {
        return sum(Kind.REFUND, currency).minus(sum(Kind.REFUND_VOIDED, currency));
    }

    /** Returns what credit notes take off the deal in a currency, without credit notes that were voided. */
    public Money credited(CurrencyUnit currency) {
        return sum(Kind.CREDIT_NOTE, currency).minus(sum(Kind.CREDIT_NOTE_VOIDED, currency));
    }

    /**
     * Returns those of the first facts that count: neither one that takes another one back, nor one that was taken back. So
     * they are the same as if nothing had been entered wrongly.
     *
     * @param first number of facts, from the first one
     */
    public List<DealFact> counting(int first) {
        List<DealFact> recorded = facts.subList(0, Math.min(first, facts.size()));
        Set<String> voids = recorded.stream()
                .filter(fact -> fact.kind().isVoid())
                .map(DealFact::key)
                .collect(Collectors.toSet());
        return recorded.stream()
                .filter(fact -> !fact.kind().isVoid() && !fact.isVoidedBy(voids))
                .toList();
    }

    /** Returns the last fact that takes money or a part of the deal away, or gives it back; empty if there is none. */
    public Optional<DealFact> lastLoss() {
        return facts.stream()
                .filter(fact -> fact.kind() != Kind.PAYMENT && fact.kind() != Kind.PAYMENT_VOIDED)
                .reduce((earlier, later) -> later);
    }

    public boolean contains(String key) {
        return facts.stream().anyMatch(fact -> fact.key().equals(key));
    }

    /** Returns the refunds that count, in the order in which they were recorded. */
    public List<DealFact> refunds(CurrencyUnit currency) {
        Set<String> voided = of(Kind.REFUND_VOIDED, currency).map(DealFact::id).collect(Collectors.toSet());
        return of(Kind.REFUND, currency)
                .filter(refund -> !voided.contains(refund.id()))
                .toList();
    }

    private Money sum(Kind kind, CurrencyUnit currency) {
        return of(kind, currency).map(DealFact::amount).reduce(Money.zero(currency), Money::plus);
    }

    private Stream<DealFact> of(Kind kind, CurrencyUnit currency) {
        return facts.stream()
                .filter(fact ->
                        fact.kind() == kind && fact.amount().getCurrencyUnit().equals(currency));
    }
}
