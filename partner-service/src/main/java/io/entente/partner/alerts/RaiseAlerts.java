package io.entente.partner.alerts;

import io.entente.partner.alerts.AlertWatch.Due;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.performance.PerformanceListener;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Raises and resolves alerts. A partner is checked in the night after something has happened with it, on the day on which it would have been
 * silent for too long, and at least every {@link #AT_LEAST_EVERY_DAYS} days. A run costs what is due. Once a day the revenue of all partners is
 * looked at as well.
 */
public final class RaiseAlerts implements PerformanceListener {

    /** The most days between two checks of a partner. */
    public static final int AT_LEAST_EVERY_DAYS = 30;

    private static final int MAX_AT_ONCE = 100;
    private static final int QUARTERS = 4;
    private static final List<AlertKind> OF_PARTNERS =
            List.of(AlertKind.FALLING_SATISFACTION, AlertKind.SILENCE, AlertKind.ONE_SIDED_FLOW);

    private final Partners partners;
    private final PartnerFacts facts;
    private final Scorecards scorecards;
    private final Alerts alerts;
    private final AlertWatch watch;
    private final PolicyVersions<AlertPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** The day on which this instance last looked at all partners. */
    private final AtomicReference<@Nullable LocalDate> lookedOn = new AtomicReference<>();

    /** @param zone of the program's days */
    public RaiseAlerts(
            Partners partners,
            PartnerFacts facts,
            Scorecards scorecards,
            Alerts alerts,
            AlertWatch watch,
            PolicyVersions<AlertPolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.facts = facts;
        this.scorecards = scorecards;
        this.alerts = alerts;
        this.watch = watch;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void changed(String partnerId, Set<YearMonth> months) {
        watch.mark(partnerId, today().plusDays(1));
    }

    /** Checks whoever is due. Several instances can run it at the same time. */
    public void run() {
        LocalDate today = today();
        if (!today.equals(lookedOn.get())) {
            watchNewPartners(today);
            checkConcentration(today);
            lookedOn.set(today);
        }
        List<Due> due = watch.due(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(one -> watch.next(one, check(one.partnerId(), today)));
            due = watch.due(today, MAX_AT_ONCE);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Once a day, by ids only. A partner with which nothing ever happens is checked as well. */
    private void watchNewPartners(LocalDate today) {
        List<String> page = partners.ids(null, MAX_AT_ONCE);
        while (!page.isEmpty()) {
            watch.addMissing(page, today);
            page = partners.ids(page.get(page.size() - 1), MAX_AT_ONCE);
        }
    }

    /** @return the day of the next check */
    private LocalDate check(String partnerId, LocalDate today) {
        LocalDate latest = today.plusDays(AT_LEAST_EVERY_DAYS);
        Optional<Partner> partner = partners.find(new PartnerId(partnerId));
        Instant activated = partner.map(Partner::activatedAt).orElse(null);
        AlertPolicy policy = policies.on(today);
        if (activated == null || partner.get().status() != PartnerStatus.ACTIVE) {
            OF_PARTNERS.forEach(kind -> settle(Alert.id(kind, partnerId), Optional.empty(), today, policy));
            return latest;
        }
        LocalDate since = LocalDate.ofInstant(activated, zone);
        LocalDate last = facts.lastActivity(partnerId).orElse(since);
        FindPartnerProblems problems = new FindPartnerProblems(partnerId, months(partnerId, today), since, last);
        OF_PARTNERS.forEach(
                kind -> settle(Alert.id(kind, partnerId), problems.find(kind, today, policy), today, policy));
        LocalDate silent = (last.isBefore(since) ? since : last).plusDays(policy.silenceDays());
        return silent.isAfter(today) && silent.isBefore(latest) ? silent : latest;
    }

    private Map<YearMonth, PartnerFigures> months(String partnerId, LocalDate today) {
        YearMonth last = YearMonth.from(today);
        ReportPeriod window = new ReportPeriod(last.minusMonths(AlertPolicy.MAX_MONTHS - 1L), last);
        return scorecards
                .find(
                        partnerId,
                        window.months().stream().map(ReportPeriod::month).toList())
                .stream()
                .collect(Collectors.toMap(each -> each.period().from(), Scorecard::figures));
    }

    private void checkConcentration(LocalDate today) {
        Map<String, Map<String, Money>> revenue = new HashMap<>();
        ReportPeriod quarter = ReportPeriod.quarterOf(YearMonth.from(today)).previous();
        for (int i = 0; i < QUARTERS; i++) {
            add(revenue, quarter);
            quarter = quarter.previous();
        }
        AlertPolicy policy = policies.on(today);
        Optional<Finding> finding = new FindConcentration(revenue).find(policy.concentration());
        settle(Alert.id(AlertKind.CONCENTRATION, ""), finding, today, policy);
    }

    private void add(Map<String, Map<String, Money>> revenue, ReportPeriod quarter) {
        List<Scorecard> page = scorecards.ofAll(quarter, null, MAX_AT_ONCE);
        while (!page.isEmpty()) {
            for (Scorecard scorecard : page) {
                scorecard.figures().revenue().forEach((currency, deals) -> revenue.computeIfAbsent(
                                currency, first -> new TreeMap<>())
                        .merge(scorecard.partnerId(), deals.sum(), Money::plus));
            }
            page = scorecards.ofAll(quarter, page.get(page.size() - 1).partnerId(), MAX_AT_ONCE);
        }
    }

    private void settle(String id, Optional<Finding> finding, LocalDate today, AlertPolicy policy) {
        boolean isKnown = alerts.change(
                        id, alert -> Decision.allowed(alert.after(finding, today, policy, clock.instant(), zone)))
                .isPresent();
        if (!isKnown && finding.isPresent()) {
            Change<Alert, AlertRaised> first = Alert.first(finding.get(), today, policy);
            // If another instance was faster, it has raised the same.
            boolean unused = alerts.add(first);
        }
    }
}
