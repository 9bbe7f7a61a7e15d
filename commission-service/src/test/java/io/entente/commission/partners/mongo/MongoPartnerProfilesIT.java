package io.entente.commission.partners.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.servers.TestServers;
import io.entente.testkit.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

class MongoPartnerProfilesIT {

    private static final String DATABASE = "partner_profiles_it";
    private static final PartnerId PINE = new PartnerId("par_pine");

    private final MongoClient client = MongoClients.create(TestServers.mongoUri(DATABASE));
    private final MongoTemplate mongo = new MongoTemplate(client, DATABASE);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private final MongoPartnerProfiles here = new MongoPartnerProfiles(mongo, this::nanos, Clock.systemUTC());
    private final MongoPartnerProfiles elsewhere = new MongoPartnerProfiles(mongo, this::nanos, Clock.systemUTC());

    @BeforeEach
    void empty() {
        mongo.dropCollection(MongoPartnerProfiles.COLLECTION);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_newest_version_wins_whatever_order_they_come_in() {
        assertThat(here.learn(profile(Tier.ACTIVE, 2))).isTrue();
        assertThat(here.learn(profile(Tier.REFERRAL_NETWORK, 1))).isFalse();
        assertThat(here.learn(profile(Tier.ACTIVE, 2))).isFalse();
        assertThat(here.find(PINE)).contains(profile(Tier.ACTIVE, 2));

        assertThat(here.learn(profile(Tier.STRATEGIC, 3))).isTrue();
        assertThat(here.find(PINE)).contains(profile(Tier.STRATEGIC, 3));
    }

    @Test
    void a_change_is_known_at_once_here_and_soon_elsewhere() {
        here.learn(profile(Tier.ACTIVE, 1));
        assertThat(elsewhere.find(PINE)).contains(profile(Tier.ACTIVE, 1));

        here.learn(profile(Tier.STRATEGIC, 2));

        assertThat(here.find(PINE)).contains(profile(Tier.STRATEGIC, 2));
        clock.move(MongoPartnerProfiles.FRESH_FOR.minusMillis(1));
        assertThat(elsewhere.find(PINE)).contains(profile(Tier.ACTIVE, 1));
        clock.move(Duration.ofMillis(1));
        assertThat(elsewhere.find(PINE)).contains(profile(Tier.STRATEGIC, 2));
    }

    @Test
    void a_partner_that_was_unknown_is_found_as_soon_as_it_is_stored() {
        assertThat(elsewhere.find(PINE)).isEmpty();

        here.learn(profile(Tier.ACTIVE, 1));

        assertThat(elsewhere.find(PINE)).contains(profile(Tier.ACTIVE, 1));
    }

    @Test
    void tiers_are_kept_by_day_and_a_profile_from_before_them_has_one() {
        PartnerProfile moved = new PartnerProfile(
                PINE,
                new TierHistory(List.of(
                        new TierPeriod(Tier.ACTIVE, null),
                        new TierPeriod(Tier.STRATEGIC, LocalDate.parse("2026-03-17")))),
                PartnershipModel.REFERRAL,
                4,
                null,
                Set.of());
        here.learn(moved);
        assertThat(elsewhere.find(PINE)).contains(moved);

        mongo.updateFirst(
                query(where("_id").is(PINE.value())),
                new Update().unset("tiers").set("tier", "REFERRAL_NETWORK"),
                MongoPartnerProfiles.COLLECTION);
        clock.move(MongoPartnerProfiles.FRESH_FOR.plusMillis(1));

        assertThat(elsewhere.find(PINE).orElseThrow().tierOn(LocalDate.parse("2026-03-17")))
                .isEqualTo(Tier.REFERRAL_NETWORK);
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private static PartnerProfile profile(Tier tier, long version) {
        return new PartnerProfile(PINE, tier, PartnershipModel.REFERRAL, version);
    }
}
