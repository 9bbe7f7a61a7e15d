package io.entente.referral.attribution.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.Policies;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Share;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictViewTest {

    private static final Instant NOW = Instant.parse("2026-09-14T07:20:00Z");

    @Test
    void the_answer_to_a_split_tells_the_firm_what_applies_to_earlier_deals_and_how_to_correct_them() {
        DecideConflict split = new DecideConflict(
                AttributionRule.SPLIT,
                null,
                List.of(new Share("par_x", new BigDecimal("0.65")), new Share("par_y", new BigDecimal("0.35"))),
                "Both brought it.");

        assertThat(earlierDeals(split, null))
                .contains("keep their credit", "POST /api/referrals/{id}/deals/{dealId}/correct with credit");
        assertThat(earlierDeals(split, "par_x")).isNull();
        assertThat(earlierDeals(new DecideConflict(null, null, List.of(), "The first one."), null))
                .isNull();
    }

    private static @Nullable String earlierDeals(DecideConflict command, @Nullable String reader) {
        ConflictCase conflict = ConflictCase.open(
                CaseId.of("ref_x", "ref_y", 1),
                introduction("x"),
                introduction("y"),
                Policies.FIRST
                        .matching()
                        .compare(introduction("x").client(), introduction("y").client()),
                Policies.FIRST,
                NOW);
        ConflictCase decided = conflict.decide(command, NOW, "ops:o-7").fold(done -> done, reason -> {
            throw new AssertionError(reason);
        });
        return ConflictView.of(decided, reader).decisions().get(0).earlierDeals();
    }

    private static Introduction introduction(String name) {
        return new Introduction(
                "ref_" + name, "par_" + name, ClientIdentity.of("Salzkontor Emden", null, "DE", Set.of()), NOW);
    }
}
