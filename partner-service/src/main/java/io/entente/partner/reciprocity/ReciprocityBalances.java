package io.entente.partner.reciprocity;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores the balances of referrals. A partner has none before its first referral. */
public interface ReciprocityBalances {

    Optional<ReciprocityBalance> find(String partnerId);

    List<ReciprocityBalance> find(Collection<String> partnerIds);

    /** A page of the balances that a filter selects, in its order. */
    Page<ReciprocityBalance> list(ReciprocityFilter filter, PageRequest page);

    /**
     * Computes a balance and stores it. If another write comes in between, it is computed again.
     *
     * @param balance must have no side effects
     */
    void compute(String partnerId, Supplier<ReciprocityBalance> balance);
}
