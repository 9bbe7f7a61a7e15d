package io.entente.commission.commissions;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The index without a store. */
public final class InMemoryIndex implements ReleaseIndex {

    private static final Comparator<Payable> ORDER = Comparator.comparing(Payable::since)
            .thenComparing(payable -> payable.commission().value());

    private static final Comparator<Due> DUE_ORDER =
            Comparator.comparing(Due::on).thenComparing(due -> due.commission().value());

    /** By the day and the commission; each with the last revision. */
    private final Map<Due, Marked<Due>> dues = new LinkedHashMap<>();

    private final Map<Payable, Long> payables = new LinkedHashMap<>();
    private final Set<Netting> nettings = new LinkedHashSet<>();

    @Override
    public void addDue(Collection<Due> more) {
        more.forEach(due -> dues.merge(
                key(due),
                new Marked<>(due, 1L),
                (known, again) -> new Marked<>(
                        known.entry().revision() > due.revision() ? known.entry() : due, known.mark() + 1)));
    }

    private static Due key(Due due) {
        return new Due(due.on(), due.commission(), 0);
    }

    @Override
    public List<Marked<Due>> due(LocalDate upTo, @Nullable Due after, int limit) {
        return dues.values().stream()
                .filter(marked -> !marked.entry().on().isAfter(upTo)
                        && (after == null || DUE_ORDER.compare(marked.entry(), after) > 0))
                .sorted(Comparator.comparing(Marked::entry, DUE_ORDER))
                .limit(limit)
                .toList();
    }

    @Override
    public void removeDue(Marked<Due> entry) {
        dues.remove(key(entry.entry()), entry);
    }

    @Override
    public void addPayable(Collection<Payable> more) {
        more.forEach(payable -> payables.merge(payable, 1L, Long::sum));
    }

    @Override
    public List<Marked<Payable>> payable(
            PartnerId partner, CurrencyUnit currency, LocalDate upTo, @Nullable Payable after, int limit) {
        return payables.entrySet().stream()
                .filter(entry -> entry.getKey().partner().equals(partner)
                        && entry.getKey().currency().equals(currency)
                        && !entry.getKey().since().isAfter(upTo)
                        && (after == null || ORDER.compare(entry.getKey(), after) > 0))
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(entry -> new Marked<>(entry.getKey(), entry.getValue()))
                .limit(limit)
                .toList();
    }

    @Override
    public void removePayable(Marked<Payable> entry) {
        payables.remove(entry.entry(), entry.mark());
    }

    @Override
    public List<Payee> payees(@Nullable Payee after, int limit) {
        return payables.keySet().stream()
                .map(payable -> new Payee(payable.partner(), payable.currency()))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public void addNetting(Netting netting) {
        nettings.add(netting);
    }

    @Override
    public List<Netting> nettings(@Nullable Netting after, int limit) {
        return after == null ? List.copyOf(nettings) : List.of();
    }

    @Override
    public void removeNetting(Netting netting) {
        nettings.remove(netting);
    }

    public boolean isEmpty() {
        return dues.isEmpty();
    }
}
