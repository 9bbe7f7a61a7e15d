package io.entente.commission.payouts.mongo;

import io.entente.commission.payees.Payees;
import io.entente.commission.payouts.Bank;
import io.entente.commission.payouts.FollowBatch;
import io.entente.commission.payouts.PayableMoney;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutPolicies;
import io.entente.commission.payouts.PayoutPolicy;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.PlanPayouts;
import io.entente.commission.payouts.SettlePayout;
import io.entente.commission.payouts.SubmitBatch;
import io.entente.commission.payouts.bank.ByHand;
import io.entente.commission.payouts.bank.Debtor;
import io.entente.commission.payouts.bank.HttpBank;
import io.entente.commission.payouts.bank.Pain001;
import io.entente.platform.events.outbox.OutboxCollection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import tools.jackson.databind.ObjectMapper;

/** Puts together what plans, submits and settles payouts, with the indexes that it asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Debtor.class)
class PayoutsConfiguration {

    @Bean
    OutboxCollection payoutsOutbox() {
        return new OutboxCollection(MongoPayouts.COLLECTION);
    }

    @Bean
    SmartInitializingSingleton payoutIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoPayouts.COLLECTION);
            indexes.createIndex(new Index("partnerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(
                    new Index("paidOn", Sort.Direction.ASC).named("paid_on").sparse());
            indexes.createIndex(new Index("settlingSince", Sort.Direction.ASC)
                    .named("settling_since")
                    .sparse());
        };
    }

    /** The program's terms are policy, not code: a file that an installation can replace. */
    @Bean
    PayoutPolicies payoutPolicies(
            ObjectMapper json,
            @Value("${entente.commission.payout-policies:classpath:policy/payout-policies.json}") Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new PayoutPolicies(List.of(json.readValue(content, PayoutPolicy[].class)));
        }
    }

    @Bean
    Pain001 pain001(Payouts payouts, Debtor debtor, PayoutPolicies policies) {
        return new Pain001(payouts, debtor, policies);
    }

    /** @param address where payment files are sent; a person sends them where it is empty */
    @Bean
    Bank bank(Pain001 file, @Value("${entente.commission.bank-url:}") String address) {
        return address.isBlank() ? new ByHand() : new HttpBank(URI.create(address), file);
    }

    @Bean
    PlanPayouts planPayouts(
            PayoutBatches batches,
            Payouts payouts,
            PayableMoney money,
            Payees payees,
            PayoutPolicies policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new PlanPayouts(batches, payouts, money, payees, policies, zone, clock);
    }

    @Bean
    SettlePayout settlePayout(Payouts payouts, PayableMoney money, Clock clock) {
        return new SettlePayout(payouts, money, clock);
    }

    @Bean
    FollowBatch followBatch(PayoutBatches batches, Payouts payouts, SettlePayout settle, Clock clock) {
        return new FollowBatch(batches, payouts, settle, clock);
    }

    @Bean
    SubmitBatch submitBatch(PayoutBatches batches, Bank bank, FollowBatch follow, Clock clock) {
        return new SubmitBatch(batches, bank, follow, clock);
    }

    @Bean
    PayoutSweep payoutSweep(FollowBatch follow) {
        return new PayoutSweep(follow);
    }
}
