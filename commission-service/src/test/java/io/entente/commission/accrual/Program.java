package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.RetainerRevenue;
import io.entente.commission.accrual.standings.ChainedStandings;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.InMemoryIndex;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.netting.NetDebts;
import io.entente.commission.commissions.netting.NettingLedger;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.commissions.release.DealCommissions;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.commissions.selfreferral.DecideSelfReferral;
import io.entente.commission.commissions.selfreferral.InMemorySelfReferrals;
import io.entente.commission.commissions.selfreferral.RefusedDeals;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.commissions.settlement.YearlyCaps;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.InMemoryAmendments;
import io.entente.commission.deals.InMemoryDeals;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.testkit.MovableClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** All that accrues and settles commission, over a ledger without a store. */
final class Program {

    final InMemoryLedger ledger;
    final InMemoryDeals deals = new InMemoryDeals();
    final InMemoryIndex index = new InMemoryIndex();
    final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    final InMemoryStandings stored = new InMemoryStandings();
    final InMemoryUnpriced unpriced = new InMemoryUnpriced();
    private final AccrueDeals accruals;
    private final PartnerProfiles profiles;
    private final ClientStandings standings;
    final Ledger netting;
    final CommissionLife life;
    private final MoveEarlierDeals earlier;
    private final PriceNextInLine nextInLine;
    private final NoteRefunds refunds;
    private final RecountDeals recounting;
    final SettleDeals settling;
    final InMemoryAmendments amendments = new InMemoryAmendments();
    final RepriceDeals amended;
    final Compliance compliance;
    private final InMemorySelfReferrals cases = new InMemorySelfReferrals();
    private final SelfReferrals selfReferrals = new SelfReferrals(cases, clock);
    private final ProgramCalendar calendar = new ProgramCalendar(ZoneOffset.UTC, clock);
    final ReleaseSweep sweep;
    final KnownFacts facts;
    private PlanBook book;

    Program(PartnerProfiles profiles, PlanBook book) {
        this(profiles, book, new InMemoryLedger(), new CompliancePolicy(List.of()));
    }

    Program(PartnerProfiles profiles, PlanBook book, InMemoryLedger ledger, CompliancePolicy policy) {
        this.ledger = ledger;
        this.profiles = profiles;
        this.book = book;
        PlanBooks books = new PlanBooks() {
            @Override
            public PlanBook inForce() {
                return Program.this.book;
            }

            @Override
            public PlanBook latest() {
                return Program.this.book;
            }
        };
        netting = new NettingLedger(ledger, new NetDebts(ledger, ledger, index));
        life = new CommissionLife(ledger, netting, index, selfReferrals::opened);
        standings = new ChainedStandings(ledger, ledger, stored);
        compliance = new Compliance(policy, deals, deals, deals, life, calendar);
        refunds = new NoteRefunds(ledger, ledger, new Recounts(ledger, ledger), calendar);
        YearlyCaps caps = new YearlyCaps(books);
        facts = new KnownFacts(deals, caps, refunds, calendar);
        earlier = new MoveEarlierDeals(
                profiles,
                books,
                ledger,
                ledger,
                deals,
                deals,
                standings,
                deals,
                new CorrectCommission(life, calendar, facts));
        OpenedHolds holds = new OpenedHolds(compliance, selfReferrals, profiles, life);
        PriceRetainersAgain repricing = new PriceRetainersAgain(
                profiles,
                ledger,
                ledger,
                deals,
                deals,
                standings,
                deals,
                new Repricing(life, facts, holds, calendar),
                new Recounts(ledger, ledger),
                refunds,
                unpriced);
        settling = new SettleDeals(
                deals,
                deals,
                life,
                caps,
                new AccrueRetainers(
                        profiles,
                        books,
                        ledger,
                        new RetainerChanges(
                                books,
                                ledger,
                                ledger,
                                repricing,
                                new Recounts(ledger, ledger),
                                life,
                                caps,
                                refunds,
                                calendar),
                        deals,
                        standings,
                        deals,
                        compliance,
                        selfReferrals,
                        life,
                        earlier,
                        new Recounts(ledger, ledger),
                        unpriced),
                this::amend,
                earlier,
                refunds,
                calendar);
        PriceAgain pricing = new PriceAgain(
                profiles,
                ledger,
                ledger,
                deals,
                standings,
                deals,
                compliance,
                selfReferrals,
                life,
                new Repricing(life, facts, holds, calendar),
                repricing,
                unpriced);
        recounting = new RecountDeals(profiles, ledger, ledger, new Recounts(ledger, ledger));
        nextInLine = new PriceNextInLine(
                ledger,
                deals,
                deals,
                new Recounts(ledger, ledger),
                pricing,
                repricing,
                new PriceLater(
                        new PastPricing(ledger, deals, deals, standings, deals), life, settling, facts, calendar),
                holds,
                settling);
        amended = new RepriceDeals(
                amendments,
                deals,
                deals,
                ledger,
                books,
                recounting,
                pricing,
                new RetainerRevenue(deals, ledger, new Recounts(ledger, ledger)),
                earlier,
                nextInLine,
                unpriced,
                settling);
        accruals = new AccrueDeals(
                profiles,
                books,
                ledger,
                ledger,
                deals,
                standings,
                deals,
                compliance,
                selfReferrals,
                life,
                settling,
                earlier,
                amended,
                unpriced);
        sweep = new ReleaseSweep(index, life, calendar, failure -> false);
    }

    private void amend(Collection<String> dealIds) {
        amended.apply(dealIds);
    }

    /** A person decides whether a deal is a self-referral for which commission is due. */
    void decide(String dealId, PartnerId partner, SelfReferralCase.Status as) {
        new DecideSelfReferral(cases, new DealCommissions(deals, deals), uncounting(), life, facts, calendar)
                .decide(CommissionId.of(dealId, partner), as, "user:u-9", "It is the partner's own company.")
                .orElseThrow();
    }

    private RefusedDeals uncounting() {
        return new UncountRefused(
                deals,
                deals,
                ledger,
                new OneBook(book),
                recounting,
                new Recounts(ledger, ledger),
                refunds,
                earlier,
                nextInLine,
                unpriced);
    }

    /** What a client has bought through a partner and not got back. */
    Money bought(PartnerId partner, String clientKey) {
        return standings.revenue(
                partner, clientKey, CurrencyUnit.USD, ledger.head(partner).number());
    }

    /** Other plans, which are in force from now on. */
    void plans(PlanBook now) {
        book = now;
    }

    /** Prices the deals that no plan covered by another book, which is in force from then on. */
    Map<PriceUnpricedDeals.Result, Integer> priceBy(PlanBook mended) {
        book = mended;
        return new PriceUnpricedDeals(
                        unpriced,
                        profiles,
                        new OneBook(mended),
                        ledger,
                        ledger,
                        new PastPricing(ledger, deals, deals, standings, deals),
                        compliance,
                        selfReferrals,
                        life,
                        settling,
                        facts,
                        calendar,
                        earlier)
                .price(new UnpricedDeals.Wanted(null, null, null, null), "finance:u-1");
    }

    /** Accrues deals of one poll; says whether any of them was booked now. */
    boolean accrue(Deal... arrived) {
        return accruals.accrue(Stream.of(arrived)
                        .map(deal -> new AccrueDeals.Arrival(deal, Runnable::run))
                        .toList())
                .contains(true);
    }

    /** Plans that stay as they are. */
    record OneBook(PlanBook book) implements PlanBooks {
        @Override
        public PlanBook inForce() {
            return book;
        }

        @Override
        public PlanBook latest() {
            return book;
        }
    }
}
