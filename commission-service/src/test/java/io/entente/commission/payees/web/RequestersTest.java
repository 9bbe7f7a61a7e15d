package io.entente.commission.payees.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payees.changes.PayeeProposal;
import io.entente.commission.payouts.PayoutMother;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.security.members.TenantMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestersTest {

    private final MembersInForce members = new MembersInForce((from, reader) -> {});
    private final Requesters requesters = new Requesters(members);

    @Test
    void a_change_is_good_as_long_as_its_requester_may_ask_for_it() {
        members.learn(new TenantMembers(
                "par_pine",
                1,
                Map.of(
                        "partner:par_pine/mara", Set.of("CHANGE_BANK_ACCOUNT"),
                        "partner:par_pine/nils", Set.of("SEE_COMMISSIONS"))));

        assertThat(requesters.warning(by("partner:par_pine/mara"))).isEmpty();
        assertThat(requesters.warning(by("partner:par_pine/nils"))).isPresent();
        assertThat(requesters.warning(by("user:fin-4"))).isEmpty();

        members.learn(new TenantMembers("par_pine", 2, Map.of()));
        assertThat(requesters.warning(by("partner:par_pine/mara")))
                .hasValueSatisfying(text -> assertThat(text).contains("refuse"));
    }

    private static PayeeProposal by(String actor) {
        return new PayeeProposal(PayoutMother.american("par_pine"), actor, Instant.parse("2026-06-03T09:00:00Z"));
    }
}
