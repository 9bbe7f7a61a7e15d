package io.entente.commission.payouts;

import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.selfreferral.SelfReferralCases;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.Payees;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.commission.payouts.bank.ByHand;
import io.entente.commission.payouts.bank.Debtor;
import io.entente.commission.payouts.bank.HttpBank;
import io.entente.commission.payouts.bank.Pain001;
import io.entente.commission.payouts.bank.PaymentFiles;
import io.entente.commission.payouts.outcomes.CorrectOutcome;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import io.entente.commission.payouts.policy.PayoutPolicy;
import io.entente.commission.payouts.review.LedgerPlannedCommissions;
import io.entente.commission.payouts.review.PlannedCommissions;
import io.entente.commission.payouts.review.ReviewBatch;
import io.entente.commission.payouts.review.TaxDetails;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.TransientFailures;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Puts together what plans, submits and settles payouts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Debtor.class)
class PayoutsConfiguration {

    /** The program's terms are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<PayoutPolicy> payoutPolicies(
            ObjectMapper json,
            @Value("${entente.commission.payout-policies:classpath:policy/payout-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("terms for payouts", json, file, PayoutPolicy[].class);
    }

    @Bean
    PaymentFiles paymentFiles(
            Payouts payouts,
            Debtor debtor,
            PolicyVersions<PayoutPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new PaymentFiles(new Pain001(payouts, debtor, policies, zone, clock));
    }

    /** @param address the URL to which payment files are sent; if it is empty, a person sends them */
    @Bean
    Bank bank(PaymentFiles files, @Value("${entente.commission.bank-url:}") String address) {
        return address.isBlank() ? new ByHand(files) : new HttpBank(URI.create(address), files);
    }

    @Bean
    PlanPayouts planPayouts(
            PayoutBatches batches,
            Payouts payouts,
            PayableMoney money,
            Payees payees,
            PolicyVersions<PayoutPolicy> policies,
            PolicyVersions<PayeePolicy> payeePolicies,
            PayoutTaxes taxes,
            Bank bank,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new PlanPayouts(batches, payouts, money, payees, policies, payeePolicies, taxes, bank, zone, clock);
    }

    @Bean
    SettlePayout settlePayout(Payouts payouts, PayableMoney money, Clock clock) {
        return new SettlePayout(payouts, money, clock);
    }

    @Bean
    CorrectOutcome correctOutcome(
            Payouts payouts, PayoutBatches batches, PayableMoney money, SettlePayout settle, Clock clock) {
        return new CorrectOutcome(payouts, batches, money, settle, clock);
    }

    @Bean
    PlannedCommissions plannedCommissions(
            Payables payables, Commissions commissions, Transactions transactions, SelfReferralCases cases) {
        return new LedgerPlannedCommissions(payables, commissions, transactions, cases);
    }

    @Bean
    ReviewBatch reviewBatch(
            PayeeFiles payees,
            TaxDetails taxes,
            PayableMoney money,
            PlannedCommissions commissions,
            PolicyVersions<PayeePolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new ReviewBatch(payees, taxes, money, commissions, policies, zone, clock);
    }

    /** @param start the first day of the program, such as 2026-01-01; it has none if this is empty */
    @Bean
    OutcomeDates outcomeDates(
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock,
            @Value("${entente.program.starts-on:}") String start) {
        return new OutcomeDates(zone, clock, start.isBlank() ? null : LocalDate.parse(start));
    }

    @Bean
    FollowBatch followBatch(PayoutBatches batches, Payouts payouts, SettlePayout settle, Clock clock) {
        return new FollowBatch(batches, payouts, settle, clock, TransientFailures::isTransient);
    }

    @Bean
    SubmitBatch submitBatch(PayoutBatches batches, Bank bank, FollowBatch follow, Clock clock) {
        return new SubmitBatch(batches, bank, follow, clock);
    }
}
