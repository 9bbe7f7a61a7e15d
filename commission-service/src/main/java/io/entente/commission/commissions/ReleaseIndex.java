package io.entente.commission.commissions;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for what is due, and for what can be paid out. An entry says only where to look, never what is so: it is
 * written before the transaction that it points to, and taken away by whoever finds nothing behind it. So a crash leaves an
 * entry too many at worst, and nothing is ever missed.
 */
public interface ReleaseIndex {

    /** Commissions to look at on days to come. */
    void addDue(Collection<Due> dues);

    /**
     * Up to {@code limit} entries of days up to one, the earliest first.
     *
     * @param after the last one seen, absent at the start
     */
    List<Marked<Due>> due(LocalDate upTo, @Nullable Due after, int limit);

    /** Takes an entry away, unless it was written again since it was read. */
    void removeDue(Marked<Due> entry);

    void addPayable(Collection<Payable> payables);

    /**
     * A partner's entries in a currency up to a day, the earliest first.
     *
     * @param after the last one seen, absent at the start
     */
    List<Marked<Payable>> payable(
            PartnerId partner, CurrencyUnit currency, LocalDate upTo, @Nullable Payable after, int limit);

    void removePayable(Marked<Payable> entry);

    /** Who may have something payable, in which currency, in order. */
    List<Payee> payees(@Nullable Payee after, int limit);

    /** A commission with a portion due on a day. */
    record Due(LocalDate on, CommissionId commission) {}

    /** A commission with a portion payable since a day. */
    record Payable(PartnerId partner, CurrencyUnit currency, LocalDate since, CommissionId commission) {}

    /** A partner and a currency. */
    record Payee(PartnerId partner, CurrencyUnit currency) {}

    /** An entry as it was when read. */
    record Marked<T>(T entry, long mark) {}
}
