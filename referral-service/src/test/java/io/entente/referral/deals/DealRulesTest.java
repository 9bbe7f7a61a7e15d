package io.entente.referral.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On which days a deal can have closed, on 2026-03-31. */
class DealRulesTest {

    private final DealRules rules =
            new DealRules(new Nobody(), Clock.fixed(Instant.parse("2026-03-31T09:30:00Z"), ZoneOffset.UTC));

    @Test
    void no_deal_closed_before_1990() {
        assertThat(badFields("1989-12-31"))
                .containsExactly(new FieldError("closedOn", "must not be before 1990-01-01"));
        assertThat(badFields("0001-01-01"))
                .containsExactly(new FieldError("closedOn", "must not be before 1990-01-01"));
        assertThat(badFields("1990-01-01")).isEmpty();
    }

    @Test
    void a_deal_closed_on_a_day_that_is_today_somewhere() {
        assertThat(badFields("2026-04-01")).isEmpty();
        assertThat(badFields("2026-04-02")).containsExactly(new FieldError("closedOn", "must not be in the future"));
    }

    private List<FieldError> badFields(String closedOn) {
        return rules.badFields(LocalDate.parse(closedOn), List.of());
    }

    private static final class Nobody implements KnownPartners {

        @Override
        public Optional<KnownPartner> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<KnownPartner> named(String name) {
            return List.of();
        }

        @Override
        public boolean keep(KnownPartner partner) {
            return false;
        }

        @Override
        public boolean erase(String id) {
            return false;
        }
    }
}
