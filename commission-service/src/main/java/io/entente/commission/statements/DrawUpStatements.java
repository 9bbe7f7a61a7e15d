package io.entente.commission.statements;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Draws up a partner's statements of a quarter from its chain, one for each currency in which there are entries. */
public final class DrawUpStatements {

    private final Ledger ledger;
    private final ReferralsReceived referrals;
    private final ZoneId zone;

    /** @param zone the program's time zone, in which its quarters begin and end */
    public DrawUpStatements(Ledger ledger, ReferralsReceived referrals, ZoneId zone) {
        this.ledger = ledger;
        this.referrals = referrals;
        this.zone = zone;
    }

    public List<Statement> of(PartnerId partner, Quarter quarter) {
        PartnerChain chain = new PartnerChain(ledger, partner);
        ChainHead opening = chain.at(chain.lastBefore(quarter.startsAt(zone)));
        ChainHead closing = chain.at(chain.lastBefore(quarter.endsAt(zone)));
        Span span = new Span(opening.number() + 1, closing.number(), closing.hash());
        long received = referrals.count(partner, quarter);
        TreeSet<CurrencyUnit> currencies =
                new TreeSet<>(closing.balances().amounts().keySet());
        currencies.addAll(closing.counters().revenue().keySet());
        List<Statement> statements = new ArrayList<>();
        for (CurrencyUnit currency : currencies) {
            Figures figures = figures(received, opening, closing, currency);
            if (!figures.areNothing()) {
                statements.add(Statement.draft(partner, currency, quarter, figures, span));
            }
        }
        return statements;
    }

    private static Figures figures(long received, ChainHead opening, ChainHead closing, CurrencyUnit currency) {
        return new Figures(
                received,
                PartnerChain.revenue(closing, currency).minus(PartnerChain.revenue(opening, currency)),
                PartnerChain.earned(closing, currency).minus(PartnerChain.earned(opening, currency)),
                PartnerChain.paid(closing, currency).minus(PartnerChain.paid(opening, currency)),
                owed(opening, currency),
                owed(closing, currency));
    }

    private static Money owed(ChainHead head, CurrencyUnit currency) {
        return PartnerChain.earned(head, currency).minus(PartnerChain.paid(head, currency));
    }
}
