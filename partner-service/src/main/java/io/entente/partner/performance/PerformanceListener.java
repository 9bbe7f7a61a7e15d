package io.entente.partner.performance;

import java.time.YearMonth;
import java.util.Set;

/** Is told that facts of a partner have changed. It is told again if the service dies in between. */
public interface PerformanceListener {

    /** @param months in which the changed facts count, or counted before */
    void changed(String partnerId, Set<YearMonth> months);
}
