package io.entente.commission.commissions;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds commissions that are due or can be paid. An entry says only which commission to read; the ledger decides. An
 * entry is written before its transaction, and a reader removes it if the ledger shows nothing to do. After a crash
 * there may therefore be too many entries, but never too few.
 */
public interface ReleaseIndex {

    /** Adds commissions to read on later days. */
    void addDue(Collection<Due> dues);

    /**
     * Returns up to {@code limit} entries up to a day, the earliest first.
     *
     * @param after the last entry that was read; null at the start
     */
    List<Marked<Due>> due(LocalDate upTo, @Nullable Due after, int limit);

    /** Removes an entry, unless it was written again since it was read. */
    void removeDue(Marked<Due> entry);

    void addPayable(Collection<Payable> payables);

    /**
     * Returns a partner's entries in a currency up to a day, the earliest first.
     *
     * @param after the last entry that was read; null at the start
     */
    List<Marked<Payable>> payable(
            PartnerId partner, CurrencyUnit currency, LocalDate upTo, @Nullable Payable after, int limit);

    void removePayable(Marked<Payable> entry);

    /** Returns the partners that may have something payable, each with a currency, in order. */
    List<Payee> payees(@Nullable Payee after, int limit);

    /** Adds a transaction after which a payable amount and a debt may have to be netted. */
    void addNetting(Netting netting);

    /**
     * Returns up to {@code limit} transactions after which nothing has been netted yet, in order.
     *
     * @param after the last one that was read; null at the start
     */
    List<Netting> nettings(@Nullable Netting after, int limit);

    void removeNetting(Netting netting);

    /**
     * A commission with a portion that is due on a day.
     *
     * @param revision the commission's revision with this portion. An entry is written first, so a reader that finds an earlier
     * revision must leave it.
     */
    record Due(LocalDate on, CommissionId commission, long revision) {}

    /** A commission with a portion that is payable since a day. */
    record Payable(PartnerId partner, CurrencyUnit currency, LocalDate since, CommissionId commission) {

        /**
         * Whether this entry is still needed. It is needed until everything of its day is paid or netted, because a
         * payout can fail and make the commission payable again.
         */
        public boolean isUsed(Commission now) {
            return now.portions().stream()
                    .anyMatch(portion -> portion.dueOn().equals(since)
                            && portion.state() != Portion.State.PAID
                            && portion.state() != Portion.State.NETTED);
        }
    }

    /** A partner and a currency. */
    record Payee(PartnerId partner, CurrencyUnit currency) {}

    /** A transaction, identified by its cause, after which a partner may have a payable amount and a debt in a currency. */
    record Netting(PartnerId partner, CurrencyUnit currency, String cause) {}

    /** An entry with the mark that it had when it was read. */
    record Marked<T>(T entry, long mark) {}
}
