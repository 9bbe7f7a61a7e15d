package io.entente.referral.intake.rows;

import java.util.function.Supplier;

/** Does work on behalf of an import, so that the events of the work name the import as their cause. */
public interface OnBehalf {

    <T> T of(String importId, Supplier<T> work);
}
