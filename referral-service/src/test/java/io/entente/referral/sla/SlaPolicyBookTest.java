package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlaPolicyBookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final SlaPolicy FOR_ALL =
            SlaMother.policy("all", SlaKind.RESPONSE, Set.of(), Duration.ofHours(24), null);
    private static final SlaPolicy FOR_NETWORK =
            SlaMother.policy("network", SlaKind.RESPONSE, Set.of(Tier.REFERRAL_NETWORK), Duration.ofHours(48), null);
    private final SlaPolicyBook book = SlaMother.book(FOR_ALL, FOR_NETWORK);

    @Test
    void a_policy_that_names_the_tier_takes_precedence_over_one_for_all_tiers() {
        assertThat(policyFor(book, Tier.REFERRAL_NETWORK, NOW)).isEqualTo("network v1");
        assertThat(policyFor(book, Tier.STRATEGIC, NOW)).isEqualTo("all v1");
        assertThat(book.policyFor(SlaKind.RESPONSE, Direction.OUTBOUND, Tier.ACTIVE, NOW))
                .isEmpty();
        assertThat(book.policyFor(SlaKind.NEXT_UPDATE, Direction.INBOUND, Tier.ACTIVE, NOW))
                .isEmpty();
    }

    @Test
    void a_version_is_in_force_from_its_effective_time() {
        SlaPolicyBook changed = put(at(shorter("all"), NOW.plusSeconds(60)));

        assertThat(policyFor(changed, Tier.ACTIVE, NOW.plusSeconds(59))).isEqualTo("all v1");
        assertThat(policyFor(changed, Tier.ACTIVE, NOW.plusSeconds(60))).isEqualTo("all v2");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.versions("all")).hasSize(2);
        assertThat(changed.newestPolicies()).hasSize(2);
    }

    @Test
    void repeating_a_policy_creates_no_version() {
        assertThat(book.put(at(FOR_ALL, NOW), NOW)).isEqualTo(new SlaBookDecision.Same<>(FOR_ALL));
        assertThat(book.put(SlaMother.berlin())).isEqualTo(new SlaBookDecision.Same<>(SlaMother.berlin()));
    }

    @Test
    void competing_and_backdated_policies_are_refused_with_the_field() {
        assertThat(refused(book.put(at(shorter("all"), NOW.minusSeconds(1)), NOW)))
                .isEqualTo("effectiveFrom");
        assertThat(refused(book.put(at(shorter("other"), NOW), NOW))).isEqualTo("tiers");
        SlaPolicy nowhere =
                SlaMother.policy("meeting", SlaKind.FIRST_MEETING, Set.of(), Duration.ofHours(1), "nowhere");
        assertThat(refused(book.put(at(nowhere, NOW), NOW))).isEqualTo("calendar");
        SlaPolicyBook later = put(at(shorter("all"), NOW.plusSeconds(60)));
        assertThat(refused(later.put(at(FOR_ALL, NOW), NOW))).isEqualTo("effectiveFrom");
        assertThat(refused(later.put(at(shorter("other"), NOW.plusSeconds(90)), NOW)))
                .isEqualTo("tiers");
    }

    private SlaPolicyBook put(SlaPolicy policy) {
        return ((SlaBookDecision.Put<SlaPolicy>) book.put(policy, NOW)).book();
    }

    private static SlaPolicy shorter(String code) {
        return SlaMother.policy(code, SlaKind.RESPONSE, Set.of(), Duration.ofHours(12), null);
    }

    private static SlaPolicy at(SlaPolicy policy, Instant from) {
        return policy.atVersion(policy.version(), from);
    }

    private static String policyFor(SlaPolicyBook book, Tier tier, Instant at) {
        SlaPolicy policy =
                book.policyFor(SlaKind.RESPONSE, Direction.INBOUND, tier, at).orElseThrow();
        return policy.code() + " v" + policy.version();
    }

    private static String refused(SlaBookDecision<SlaPolicy> decision) {
        return ((SlaBookDecision.Refused<SlaPolicy>) decision).field();
    }
}
