package io.entente.referral.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles deals one after the other. If one fails, the others are handled all the same. */
final class EachDeal {

    private static final Logger LOG = LoggerFactory.getLogger(EachDeal.class);

    private EachDeal() {}

    /** Handles deals, and throws the first failure after the last deal. */
    static <R> List<R> orThrow(List<CrmDeal> deals, Function<CrmDeal, R> step) {
        List<R> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (CrmDeal deal : deals) {
            try {
                results.add(step.apply(deal));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return results;
    }

    /**
     * Handles deals, and logs failures.
     *
     * @return whether all succeeded
     */
    static boolean orLog(List<CrmDeal> deals, Consumer<CrmDeal> step) {
        boolean succeeded = true;
        for (CrmDeal deal : deals) {
            try {
                step.accept(deal);
            } catch (RuntimeException failure) {
                LOG.error("CRM deal {} could not be handled and is tried again later", deal.id(), failure);
                succeeded = false;
            }
        }
        return succeeded;
    }
}
