package io.entente.partner.reciprocity;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.performance.PartnerFacts.Selection;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.LocalDate;
import java.util.Set;

/** Reads the ledger of referrals of a partner. Its entries are facts, so it says what their events say. */
public final class ReciprocityLedger {

    /** Before the first day and after the last one of any entry. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final PartnerFacts facts;
    private final ReciprocityBalances balances;
    private final PolicyVersions<ReciprocityPolicy> policies;

    public ReciprocityLedger(
            PartnerFacts facts, ReciprocityBalances balances, PolicyVersions<ReciprocityPolicy> policies) {
        this.facts = facts;
        this.balances = balances;
        this.policies = policies;
    }

    /** The balance of a partner. */
    public ReciprocityBalance balance(String partnerId) {
        return balances.find(partnerId).orElseGet(() -> ReciprocityBalance.none(partnerId));
    }

    /** A page of the entries, the oldest first. */
    public Page<ReciprocityEntry> entries(String partnerId, PageRequest page) {
        ReciprocityBalance balance = balance(partnerId);
        Selection all = new Selection(
                partnerId,
                FIRST,
                LAST,
                Set.of(Kind.REFERRED, Kind.DISMISSED, Kind.WON),
                Set.of(Flow.TO_FIRM, Flow.TO_PARTNER));
        return facts.list(all, page).map(fact -> ReciprocityEntry.of(fact, balance, policies));
    }
}
