package io.entente.commission.lifecycle;

import java.util.List;

/**
 * All that happened to a deal, in the order in which it was put on record, which is the same for everybody who looks. A
 * commission remembers up to where it took account of it; so each fact counts once, and none is missed, whether the deal or
 * the fact came first.
 */
public record DealFile(String dealId, List<DealFact> facts) {

    /** So many facts one deal may have: twenty years of monthly payments with refunds. */
    public static final int MAX_FACTS = 500;

    public DealFile {
        facts = List.copyOf(facts);
    }
}
