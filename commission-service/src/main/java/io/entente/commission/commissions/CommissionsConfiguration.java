package io.entente.commission.commissions;

import io.entente.commission.commissions.adjustments.AdjustCommission;
import io.entente.commission.commissions.adjustments.AdjustmentPolicy;
import io.entente.commission.commissions.adjustments.AdjustmentRequests;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.netting.NetDebts;
import io.entente.commission.commissions.netting.NettingLedger;
import io.entente.commission.commissions.payables.LedgerPayables;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutCorrections;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.commissions.release.HoldCommission;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.AmendedDeals;
import io.entente.commission.commissions.settlement.KeptRevenue;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.RetainerAccruals;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.commissions.settlement.YearlyCaps;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.ReferralFiles;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.plans.PlanBooks;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/**
 * Creates the beans that change commissions, with the calendar and the policies of the program. An installation can
 * replace the files of the policies.
 */
@Configuration(proxyBeanMethods = false)
class CommissionsConfiguration {

    @Bean
    Commissions commissions(Transactions transactions) {
        return new LedgerCommissions(transactions);
    }

    @Bean
    CommissionLife commissionLife(
            Commissions commissions, Ledger ledger, NetDebts netting, ReleaseIndex index, SelfReferrals selfReferrals) {
        return new CommissionLife(commissions, new NettingLedger(ledger, netting), index, selfReferrals::opened);
    }

    @Bean
    Compliance compliance(
            CompliancePolicy policy,
            ReferralFiles files,
            CreditedDeals deals,
            DealFiles dealFiles,
            CommissionLife life,
            ProgramCalendar calendar) {
        return new Compliance(policy, files, deals, dealFiles, life, calendar);
    }

    @Bean
    HoldCommission holdCommission(CommissionLife life, ProgramCalendar calendar) {
        return new HoldCommission(life, calendar);
    }

    @Bean
    ReleaseSweep releaseSweep(ReleaseIndex index, CommissionLife life, ProgramCalendar calendar) {
        return new ReleaseSweep(index, life, calendar, TransientFailures::isTransient);
    }

    /** @param interval {@code entente.commission.release-sweep-interval} */
    @Bean
    Sweep dueReleaseSweep(
            Sweeps sweeps,
            ReleaseSweep release,
            @Value("${entente.commission.release-sweep-interval:30s}") Duration interval) {
        return sweeps.every(interval, "releases", release::sweep);
    }

    @Bean
    NetDebts netDebts(Commissions commissions, Ledger ledger, ReleaseIndex index) {
        return new NetDebts(commissions, ledger, index);
    }

    /** @param interval {@code entente.commission.netting-sweep-interval} */
    @Bean
    Sweep nettingSweep(
            Sweeps sweeps,
            NetDebts netting,
            @Value("${entente.commission.netting-sweep-interval:30s}") Duration interval) {
        return sweeps.every(interval, "nettings", netting::sweep);
    }

    @Bean
    NoteRefunds noteRefunds(Ledger ledger, Transactions transactions, Recounts recounts, ProgramCalendar calendar) {
        return new NoteRefunds(ledger, transactions, recounts, calendar);
    }

    @Bean
    YearlyCaps yearlyCaps(PlanBooks books) {
        return new YearlyCaps(books);
    }

    @Bean
    KnownFacts knownFacts(DealFiles files, YearlyCaps caps, NoteRefunds refunds, ProgramCalendar calendar) {
        return new KnownFacts(files, caps, refunds, calendar);
    }

    @Bean
    CorrectCommission correctCommission(CommissionLife life, ProgramCalendar calendar, KnownFacts facts) {
        return new CorrectCommission(life, calendar, facts);
    }

    @Bean
    AdjustCommission adjustCommission(
            Commissions commissions,
            AdjustmentRequests requests,
            AdjustmentPolicy policy,
            CorrectCommission correct,
            ProgramCalendar calendar) {
        return new AdjustCommission(commissions, requests, policy, correct, calendar);
    }

    @Bean
    SettleDeals settleDeals(
            DealFiles files,
            CreditedDeals deals,
            CommissionLife life,
            YearlyCaps caps,
            RetainerAccruals retainers,
            @Lazy AmendedDeals amended,
            KeptRevenue kept,
            NoteRefunds refunds,
            ProgramCalendar calendar) {
        return new SettleDeals(files, deals, life, caps, retainers, amended, kept, refunds, calendar);
    }

    @Bean
    PayoutCorrections payoutCorrections(Commissions commissions, CommissionLife life, Ledger ledger, NetDebts netting) {
        return new PayoutCorrections(commissions, life, new NettingLedger(ledger, netting));
    }

    @Bean
    Payables payables(
            ReleaseIndex index, Commissions commissions, CommissionLife life, Ledger ledger, NetDebts netting) {
        return new LedgerPayables(index, commissions, life, new NettingLedger(ledger, netting));
    }

    /** @param zone in which the program's days begin; {@code entente.program.time-zone} */
    @Bean
    ProgramCalendar programCalendar(@Value("${entente.program.time-zone:UTC}") String zone, Clock clock) {
        return new ProgramCalendar(ZoneId.of(zone), clock);
    }

    /** @param file the requirements of countries; {@code entente.commission.compliance} */
    @Bean
    CompliancePolicy compliancePolicy(
            ObjectMapper json,
            @Value("${entente.commission.compliance:classpath:policy/compliance.json}") Resource file) {
        return new CompliancePolicy(List.of(read(file, CompliancePolicy.Demand[].class, json)));
    }

    /** @param file the policy's versions; {@code entente.commission.adjustments} */
    @Bean
    AdjustmentPolicy adjustmentPolicy(
            ObjectMapper json,
            @Value("${entente.commission.adjustments:classpath:policy/adjustments.json}") Resource file) {
        return new AdjustmentPolicy(List.of(read(file, AdjustmentPolicy.Version[].class, json)));
    }

    private static <T> T read(Resource file, Class<T> type, ObjectMapper json) {
        try (InputStream stored = file.getInputStream()) {
            return json.readValue(stored, type);
        } catch (IOException e) {
            throw new IllegalStateException("The policy %s can't be read; it must be valid JSON".formatted(file), e);
        }
    }
}
