package io.entente.commission.commissions.netting;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.commissions.ReleaseIndex.Marked;
import io.entente.commission.commissions.ReleaseIndex.Netting;
import io.entente.commission.commissions.ReleaseIndex.Payable;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Nets a payable amount and a debt of the same partner and currency as soon as both exist. A partner therefore never
 * has both, except for commission on hold, which is netted when its hold is lifted.
 *
 * <p>An entry that leads to both is noted in the index before it is written. If the process crashes before the netting,
 * the sweep finds the note. How much is netted is decided on the head of the chain, so two nettings at the same time
 * never net more than the partner owes ({@code docs/adr/0012-a-commissions-life-on-its-partners-chain.md}).
 */
public final class NetDebts {

    /** The number of index entries that are read at once. */
    private static final int BLOCK_ENTRIES = 200;

    /** A netting gives up after this many attempts. The sweep tries it again. */
    private static final int MAX_ATTEMPTS = 100;

    /** A day after every day since which something is payable. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 30);

    private final Commissions commissions;
    private final Ledger ledger;
    private final ReleaseIndex index;

    public NetDebts(Commissions commissions, Ledger ledger, ReleaseIndex index) {
        this.commissions = commissions;
        this.ledger = ledger;
        this.index = index;
    }

    /**
     * Appends an entry to its partner's chain. If the partner then has a payable amount and a debt, they are netted.
     *
     * @return false if the ledger already contains the entry's cause
     */
    public boolean append(Entry entry) {
        return append(entry, head -> true);
    }

    /**
     * Appends an entry if the head of its chain is still as it was when the entry was decided.
     *
     * @return false if the head has changed, or if the ledger already contains the cause
     */
    boolean append(Entry entry, Predicate<ChainHead> isAsDecided) {
        Netting netting = canOpen(entry);
        if (netting == null) {
            return ledger.append(entry, isAsDecided);
        }
        AtomicBoolean isOpen = new AtomicBoolean();
        boolean written = ledger.append(entry.partnerId(), head -> {
            if (!isAsDecided.test(head)) {
                return Optional.empty();
            }
            isOpen.set(isOpen(head.balances().plus(entry.lines()), netting.currency()));
            if (isOpen.get()) {
                index.addNetting(netting);
            }
            return Optional.of(entry);
        });
        if (written && isOpen.get()) {
            boolean isDebt = raises(entry, Account.CLAWBACK_DUE);
            if (isDebt || !(entry instanceof Movement movement)) {
                netAll(netting);
            } else {
                // Everything else that was payable has been netted before.
                net(movement.after().id());
            }
            index.removeNetting(netting);
        }
        return written;
    }

    /** Completes nettings that a crash has interrupted. */
    public void sweep() {
        Netting after = null;
        List<Netting> block;
        do {
            block = index.nettings(after, BLOCK_ENTRIES);
            for (Netting netting : block) {
                after = netting;
                // A transaction that is missing is just being written, or its writer will repeat it.
                if (ledger.find(netting.cause()).isPresent()) {
                    netAll(netting);
                    index.removeNetting(netting);
                }
            }
        } while (block.size() == BLOCK_ENTRIES);
    }

    /** Returns the netting that an entry can make necessary; null if it can't. */
    private static @Nullable Netting canOpen(Entry entry) {
        boolean raises = raises(entry, Account.PAYABLE) || raises(entry, Account.CLAWBACK_DUE);
        if (raises) {
            CurrencyUnit currency = entry.lines().get(0).amount().getCurrencyUnit();
            return new Netting(entry.partnerId(), currency, entry.cause());
        }
        return entry.kind() == TransactionKind.HOLD_LIFTED && entry instanceof Movement movement
                ? new Netting(entry.partnerId(), movement.amount().getCurrencyUnit(), entry.cause())
                : null;
    }

    private static boolean raises(Entry entry, Account account) {
        return entry.lines().stream().anyMatch(line -> line.account() == account && isRaise(line));
    }

    private static boolean isRaise(LedgerLine line) {
        Side normal = line.account().normal();
        return line.side() == normal;
    }

    private static boolean isOpen(Balances balances, CurrencyUnit currency) {
        return balances.of(Account.PAYABLE, currency).isPositive()
                && balances.of(Account.CLAWBACK_DUE, currency).isPositive();
    }

    /** Nets what has been payable longest, until nothing is owed or nothing else can be netted. */
    private void netAll(Netting netting) {
        Payable after = null;
        List<Marked<Payable>> block;
        do {
            block = index.payable(netting.partner(), netting.currency(), END_OF_TIME, after, BLOCK_ENTRIES);
            Map<CommissionId, Commission> standings = commissions.standings(
                    block.stream().map(entry -> entry.entry().commission()).toList());
            for (Marked<Payable> entry : block) {
                after = entry.entry();
                Commission commission = standings.get(after.commission());
                if (commission == null || !after.isUsed(commission)) {
                    index.removePayable(entry);
                } else if (commission.in(State.PAYABLE).isPositive() && !net(commission.id())) {
                    return;
                }
            }
        } while (block.size() == BLOCK_ENTRIES);
    }

    /**
     * Nets one commission.
     *
     * @return false if the partner owes nothing
     */
    private boolean net(CommissionId id) {
        return OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> {
            Commission now = commissions.standing(id).orElseThrow();
            if (now.isHeld() || now.in(State.PAYABLE).isZero()) {
                return true;
            }
            AtomicBoolean owes = new AtomicBoolean();
            boolean written = ledger.append(now.partnerId(), head -> {
                Money debt = head.balances().of(Account.CLAWBACK_DUE, now.zero().getCurrencyUnit());
                owes.set(debt.isPositive());
                return SetOff.of(now, debt);
            });
            if (owes.get() && !written) {
                throw new ConcurrentUpdateException(
                        "Another change of commission %s came first; the netting must be decided again".formatted(id));
            }
            return owes.get();
        });
    }
}
