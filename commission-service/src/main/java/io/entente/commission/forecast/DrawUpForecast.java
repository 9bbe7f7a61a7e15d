package io.entente.commission.forecast;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Draws up a partner's forecast. It reads a bounded number of documents, however long the partner's history is. */
public final class DrawUpForecast {

    /** The maximum number of open referrals of a partner in a forecast, and of commissions. */
    public static final int MOST_OF_EACH = 1_000;

    private final PlanBooks books;
    private final Ledger ledger;
    private final Commissions commissions;
    private final ClientStandings standings;
    private final SubmittedReferrals submitted;
    private final TrackedReferrals referrals;
    private final SampleReferrals sampling;
    private final OpenCommissions open;
    private final TrackCommissions tracking;
    private final PolicyVersions<ForecastPolicy> policies;
    private final ProgramCalendar calendar;

    DrawUpForecast(
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            ClientStandings standings,
            SubmittedReferrals submitted,
            TrackedReferrals referrals,
            OpenCommissions open,
            TrackCommissions tracking,
            PolicyVersions<ForecastPolicy> policies,
            ProgramCalendar calendar) {
        this.books = books;
        this.ledger = ledger;
        this.commissions = commissions;
        this.standings = standings;
        this.submitted = submitted;
        this.referrals = referrals;
        this.sampling = new SampleReferrals(referrals, submitted, calendar.clock());
        this.open = open;
        this.tracking = tracking;
        this.policies = policies;
        this.calendar = calendar;
    }

    /** Draws up the forecast of a partner as of today. */
    public Forecast of(PartnerProfile partner) {
        LocalDate today = calendar.today();
        ForecastPolicy policy = policies.on(today);
        PlanBook book = books.inForce();
        List<Figure> figures = new ArrayList<>();
        boolean allReferrals = referrals(partner, policy, book, today, figures);
        boolean upToDate = tracking.catchUp(partner.id());
        boolean allCommissions = commissions(partner.id(), new ForecastCommission(policy, book, today), figures);
        return new Forecast(today, figures, allReferrals && upToDate && allCommissions);
    }

    private boolean referrals(
            PartnerProfile partner, ForecastPolicy policy, PlanBook book, LocalDate today, List<Figure> figures) {
        List<TrackedReferral> open = referrals.open(partner.id(), null, MOST_OF_EACH + 1);
        List<TrackedReferral> undecided =
                sampling.undecided(open.stream().limit(MOST_OF_EACH).toList());
        if (undecided.isEmpty()) {
            return open.size() <= MOST_OF_EACH;
        }
        StageOdds odds = new StageOdds(policy, policy.ownHistoryFrom() == null ? List.of() : sampling.latest(today));
        ForecastReferral forecast = new ForecastReferral(policy, odds, book, today, new ExpectedInYear());
        ChainHead head = ledger.head(partner.id());
        List<TrackedReferral> earliestFirst = undecided.stream()
                .sorted(Comparator.comparing(forecast::closing).thenComparing(TrackedReferral::referralId))
                .toList();
        for (TrackedReferral referral : earliestFirst) {
            figures.add(forecast.of(
                    referral,
                    partner,
                    (value, closing) -> new ForecastHistory(
                            head, referral, closing, value.getCurrencyUnit(), standings, submitted)));
        }
        return open.size() <= MOST_OF_EACH;
    }

    private boolean commissions(PartnerId partner, ForecastCommission forecast, List<Figure> figures) {
        return tracking.read(partner, MOST_OF_EACH, block -> {
            List<CommissionId> ids =
                    block.stream().map(OpenCommissions.Entry::commission).toList();
            Map<CommissionId, Commission> now = commissions.standings(ids);
            for (OpenCommissions.Entry entry : block) {
                Commission commission = now.get(entry.commission());
                if (commission == null
                        || !ForecastCommission.accrued(commission).isPositive()) {
                    open.remove(partner, entry);
                } else {
                    figures.addAll(forecast.of(commission));
                }
            }
        });
    }
}
