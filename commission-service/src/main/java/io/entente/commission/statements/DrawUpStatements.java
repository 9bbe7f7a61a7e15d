package io.entente.commission.statements;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.PartnerChain;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Draws up a partner's statements of a quarter from its chain, one for each currency in which there are entries. A partner that sent
 * referrals and has no entries gets one statement in the program's currency. Referrals have no currency, so one statement of a quarter
 * counts them: that in the program's currency if there is one, otherwise the first.
 */
public final class DrawUpStatements {

    private final PartnerChains chains;
    private final ReferralsReceived referrals;
    private final ZoneId zone;
    private final CurrencyUnit usual;

    /**
     * @param zone the program's time zone, in which its quarters begin and end
     * @param usual the currency of statements without amounts
     */
    public DrawUpStatements(PartnerChains chains, ReferralsReceived referrals, ZoneId zone, CurrencyUnit usual) {
        this.chains = chains;
        this.referrals = referrals;
        this.zone = zone;
        this.usual = usual;
    }

    public List<Statement> of(PartnerId partner, Quarter quarter) {
        Section section = section(partner, quarter);
        List<Statement> statements = new ArrayList<>();
        for (CurrencyUnit currency : currencies(section.closing())) {
            Figures figures = figures(section, currency);
            if (!figures.areNothing()) {
                statements.add(Statement.draft(partner, currency, quarter, figures, section.span()));
            }
        }
        return statements;
    }

    /** Returns a statement with the figures of the ledger as it is now, even if there is nothing left to report. */
    public Statement again(Statement draft) {
        Section section = section(draft.partnerId(), draft.quarter());
        return draft.drawnUp(figures(section, draft.currency()), section.span());
    }

    private Figures figures(Section section, CurrencyUnit currency) {
        SortedSet<CurrencyUnit> all = currencies(section.closing());
        CurrencyUnit counting = all.contains(usual) ? usual : all.first();
        return section.figures(currency, currency.equals(counting) ? section.referrals() : 0);
    }

    private Section section(PartnerId partner, Quarter quarter) {
        PartnerChain chain = chains.of(partner);
        return new Section(
                referrals.count(partner, quarter),
                chain.at(chain.lastBefore(quarter.startsAt(zone))),
                chain.at(chain.lastBefore(quarter.endsAt(zone))));
    }

    private SortedSet<CurrencyUnit> currencies(ChainHead closing) {
        SortedSet<CurrencyUnit> currencies =
                new TreeSet<>(closing.balances().amounts().keySet());
        currencies.addAll(closing.counters().revenue().keySet());
        if (currencies.isEmpty()) {
            currencies.add(usual);
        }
        return currencies;
    }

    /** The part of a chain that belongs to a quarter. */
    private record Section(long referrals, ChainHead opening, ChainHead closing) {

        Span span() {
            return new Span(opening.number() + 1, closing.number(), closing.hash(), opening.hash());
        }

        Figures figures(CurrencyUnit currency, long counted) {
            return new Figures(
                    counted,
                    PartnerChain.revenue(closing, currency).minus(PartnerChain.revenue(opening, currency)),
                    PartnerChain.earned(closing, currency).minus(PartnerChain.earned(opening, currency)),
                    PartnerChain.paid(closing, currency).minus(PartnerChain.paid(opening, currency)),
                    owed(opening, currency),
                    owed(closing, currency),
                    PartnerChain.takenBack(closing, currency).minus(PartnerChain.takenBack(opening, currency)),
                    tax(currency),
                    split(closing, currency),
                    split(opening, currency));
        }

        private PayoutTax tax(CurrencyUnit currency) {
            PayoutTax now = PartnerChain.tax(closing, currency);
            PayoutTax before = PartnerChain.tax(opening, currency);
            return new PayoutTax(now.vat().minus(before.vat()), now.withheld().minus(before.withheld()));
        }

        private static Split split(ChainHead head, CurrencyUnit currency) {
            Money waiting = PartnerChain.waiting(head, currency);
            return new Split(owed(head, currency).minus(waiting), waiting);
        }

        private static Money owed(ChainHead head, CurrencyUnit currency) {
            return PartnerChain.earned(head, currency).minus(PartnerChain.paid(head, currency));
        }
    }
}
