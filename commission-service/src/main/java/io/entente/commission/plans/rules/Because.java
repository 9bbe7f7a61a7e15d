package io.entente.commission.plans.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something was booked: somebody's own words, or a reason of the program. A reason of the program has a code and values, so that
 * each reader can have it in their own language.
 *
 * @param words what somebody wrote, or the reason of the program in English
 * @param code null for somebody's own words, and for entries from before there were codes
 * @param values what the code is about, in the order that {@link Code} gives; amounts such as {@code 1054.00 USD}
 */
public record Because(String words, @Nullable Code code, List<String> values) {

    /** The reasons that the program gives. Entries of the ledger contain the names, so they never change. */
    public enum Code {
        /** A deal took the partner to a higher rate for its year: deal, number among the won deals, year. */
        TIER_REACHED,
        /** A deal took the client's revenue to a higher rate: deal, revenue. */
        CLIENT_TIER_REACHED,
        /** A deal took the won referrals to a higher rate: deal, won referrals, submitted referrals. */
        CONVERSION_REACHED,
        /** A deal was corrected, so the partner or the client is in another tier: deal, what the won deals count, year. */
        TIER_CORRECTED,
        /** A deal was reversed, so the partner or the client is in another tier: deal, what the won deals count, year. */
        TIER_REVERSED,
        /** A deal is a refused self-referral, so the partner or the client is in another tier: deal, what the won deals count, year. */
        TIER_REFUSED,
        /** A plan covers a deal that none covered when it closed: plan, version. */
        PLAN_FOUND,
        /** The engagement of a deal ended, and nobody gave another reason. */
        ENGAGEMENT_ENDED,
        /** A deal was corrected, and nobody gave a reason. */
        DEAL_CORRECTED,
        /** A deal whose refunds were noted has a commission now. */
        COMMISSION_FOUND,
        /** The client paid, and nobody gave another reason. */
        CLIENT_PAID,
        /** The client was refunded, and nobody gave another reason. */
        CLIENT_REFUNDED,
        /** A credit note lowered the deal, and nobody gave another reason. */
        DEAL_CREDITED,
        /** The client has paid again what was refunded. */
        PAID_AGAIN,
        /** A refund was undone, but other deals have earned what it had left of the yearly cap: cap, year. */
        CAP_LEFT_LESS,
        /** The first deal of a referral counts no more or was corrected, so another deal is within the term of the plan: that deal. */
        TERM_REACHES,
        /** What the firm keeps of a client's deals has changed, so another rate applies to all of them: what is kept. */
        CLIENT_TIER_KEPT
    }

    public Because {
        values = List.copyOf(values);
    }

    /** Somebody's own words. */
    public static Because words(String words) {
        return new Because(words, null, List.of());
    }

    /**
     * A reason of the program.
     *
     * @param words the same in English
     */
    public static Because of(Code code, String words, Object... values) {
        return new Because(words, code, Stream.of(values).map(Object::toString).toList());
    }

    /** The words, so that a sentence can contain the reason. */
    @Override
    public String toString() {
        return words;
    }
}
