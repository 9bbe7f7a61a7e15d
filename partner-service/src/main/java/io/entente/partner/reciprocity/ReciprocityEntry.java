package io.entente.partner.reciprocity;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of referrals: a referral with its count, or a deal that came of one with its value.
 *
 * @param id made from what it is about
 * @param flow who has referred the client
 * @param count 1 for a referral; 0 for a deal and for a referral that was dismissed
 * @param value of a deal that is left, or what a referral is expected to bring; null if nobody knows
 * @param dueOn the day by which a referral is to be returned; null if nobody owes one for it
 */
public record ReciprocityEntry(
        String id,
        @Nullable String referralId,
        Flow flow,
        LocalDate day,
        State state,
        int count,
        @Nullable Money value,
        @Nullable LocalDate dueOn) {

    /** What became of an entry. */
    public enum State {
        /** A referral that nobody has returned. */
        OPEN,
        /** A referral that was returned, or that returned another one. */
        RETURNED,
        /** A referral that was declined, withdrawn or a duplicate. */
        DISMISSED,
        /** A deal. */
        WON
    }

    static ReciprocityEntry of(
            PartnerFact fact, ReciprocityBalance balance, PolicyVersions<ReciprocityPolicy> policies) {
        State state = state(fact, balance);
        boolean isCounted = fact.kind() == Kind.REFERRED;
        return new ReciprocityEntry(
                fact.id(),
                fact.referralId(),
                fact.flow(),
                fact.day(),
                state,
                isCounted ? 1 : 0,
                fact.kind() == Kind.WON ? fact.kept() : fact.amount(),
                isCounted ? policies.on(fact.day()).dueOn(fact.day()) : null);
    }

    private static State state(PartnerFact fact, ReciprocityBalance balance) {
        return switch (fact.kind()) {
            case WON -> State.WON;
            case DISMISSED -> State.DISMISSED;
            default -> balance.isOpen(String.valueOf(fact.referralId())) ? State.OPEN : State.RETURNED;
        };
    }
}
