package io.entente.commission.statements.chain;

import org.joda.money.Money;

/** The balance owed after each line. */
public final class RunningBalance {

    private Money balance;

    public RunningBalance(Money opening) {
        this.balance = opening;
    }

    public Money after(StatementLine line) {
        balance = balance.plus(line.earned()).minus(line.paid());
        return balance;
    }
}
