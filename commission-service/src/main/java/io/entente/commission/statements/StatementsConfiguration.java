package io.entente.commission.statements;

import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.PayoutDays;
import io.entente.commission.statements.chain.RecordedCauses;
import io.entente.commission.statements.disputes.OpenDisputes;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Creates the objects that draw up, issue and finalize statements. */
@Configuration(proxyBeanMethods = false)
class StatementsConfiguration {

    /** Reads the program's terms from a file, which an installation can replace. */
    @Bean
    OpenDisputes openDisputes(Statements statements) {
        return new OpenDisputes(statements);
    }

    @Bean
    PolicyVersions<StatementPolicy> statementPolicies(
            ObjectMapper json,
            @Value("${entente.commission.statement-policies:classpath:policy/statement-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("terms for statements", json, file, StatementPolicy[].class);
    }

    @Bean
    PartnerChains partnerChains(
            Ledger ledger, Transactions transactions, DealFiles files, DealAmendments amendments, Payouts payouts) {
        return new PartnerChains(
                ledger, new RecordedCauses(transactions, files, amendments, new ReportedPayoutDays(payouts)));
    }

    /** @param currency {@code entente.commission.statement-currency}, the currency of statements without amounts */
    @Bean
    DrawUpStatements drawUpStatements(
            PartnerChains chains,
            ReferralsReceived referrals,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            @Value("${entente.commission.statement-currency:USD}") String currency) {
        return new DrawUpStatements(chains, referrals, zone, CurrencyUnit.of(currency));
    }

    @Bean
    IssueStatements issueStatements(
            DrawUpStatements drawUp,
            Statements statements,
            PolicyVersions<StatementPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            @Value("${entente.commission.statement-settling:5m}") Duration settling,
            Clock clock) {
        return new IssueStatements(drawUp, statements, policies, zone, settling, clock);
    }

    @Bean
    FinalizeStatements finalizeStatements(Statements statements, Clock clock) {
        return new FinalizeStatements(statements, clock);
    }

    /** @param interval {@code entente.commission.statement-sweep-interval} */
    @Bean
    Sweep statementSweep(
            Sweeps sweeps,
            FinalizeStatements finalize,
            @Value("${entente.commission.statement-sweep-interval:1m}") Duration interval) {
        return sweeps.every(interval, "statements", finalize::sweep);
    }

    /** The value dates in the outcomes that were reported for payouts. */
    private record ReportedPayoutDays(Payouts payouts) implements PayoutDays {

        @Override
        public Optional<LocalDate> paidOn(String payoutId) {
            return payouts.find(new PayoutId(payoutId)).flatMap(payout -> Optional.ofNullable(payout.paidOn())
                    .or(() -> payout.corrections().replacedDay(PayoutOutcome.Kind.PAID)));
        }

        @Override
        public Optional<LocalDate> returnedOn(String payoutId) {
            return payouts.find(new PayoutId(payoutId)).flatMap(payout -> Optional.ofNullable(payout.settling())
                    .filter(outcome -> outcome.kind() == PayoutOutcome.Kind.RETURNED)
                    .flatMap(outcome -> Optional.ofNullable(outcome.on()))
                    .or(() -> payout.corrections().replacedDay(PayoutOutcome.Kind.RETURNED)));
        }
    }
}
