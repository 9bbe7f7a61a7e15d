package io.entente.commission.invoices.corrections;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.PartnerChains;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Divides what a statement says was earned by the quarters whose invoices it concerns. It reads the entries of the statement and, for
 * each commission from which the quarter took something back, the earlier entries of this commission.
 */
public final class EarnedByQuarter {

    /** The maximum number of changes of one commission that are read. */
    private static final int MAX_CHANGES = 10_000;

    private final PartnerChains chains;
    private final Commissions commissions;
    private final ZoneId zone;

    /** @param zone the program's time zone, in which its quarters begin and end */
    public EarnedByQuarter(PartnerChains chains, Commissions commissions, ZoneId zone) {
        this.chains = chains;
        this.commissions = commissions;
        this.zone = zone;
    }

    /**
     * Returns amounts other than zero: what the statement's own quarter earned, and, below zero, what is taken back of earlier quarters.
     * The amounts add up to what the statement says was earned.
     */
    public SortedMap<Quarter, Money> of(Statement statement) {
        Map<String, Money> changes = new HashMap<>();
        chains.of(statement.partnerId()).lines(statement.span(), statement.currency(), line -> {
            if (!line.earned().isZero()) {
                changes.merge(String.valueOf(line.commissionId()), line.earned(), Money::plus);
            }
        });
        SortedMap<Quarter, Money> parts = new TreeMap<>(Earnings.BY_DAY);
        changes.forEach((commission, change) -> parts(statement, commission, change)
                .forEach((quarter, part) -> parts.merge(quarter, part, Money::plus)));
        parts.values().removeIf(Money::isZero);
        return parts;
    }

    private SortedMap<Quarter, Money> parts(Statement statement, String commission, Money change) {
        Earnings earnings = new Earnings();
        if (change.isNegative()) {
            history(new CommissionId(commission), statement.span().first()).forEach(earnings::next);
        }
        return earnings.next(statement.quarter(), change);
    }

    /** What a commission earned in each quarter before an entry of the chain. */
    private SortedMap<Quarter, Money> history(CommissionId commission, long before) {
        SortedMap<Quarter, Money> history = new TreeMap<>(Earnings.BY_DAY);
        Stream.concat(commissions.find(commission).stream(), commissions.changes(commission, MAX_CHANGES).stream())
                .filter(transaction -> transaction.id().number() < before)
                .forEach(transaction -> transaction.lines().stream()
                        .filter(line -> line.account() == Account.COMMISSION_EXPENSE)
                        .forEach(line -> history.merge(quarter(transaction), signed(line), Money::plus)));
        return history;
    }

    private Quarter quarter(LedgerTransaction transaction) {
        return Quarter.of(transaction.recordedAt(), zone);
    }

    private static Money signed(LedgerLine line) {
        return line.side() == Side.DEBIT ? line.amount() : line.amount().negated();
    }
}
