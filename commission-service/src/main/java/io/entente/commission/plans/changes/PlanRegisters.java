package io.entente.commission.plans.changes;

/** Stores the plan register. */
public interface PlanRegisters {

    /** The register as this instance last saw it, at most one second old. */
    PlanRegister recent();

    /** The register as it is stored now, to decide about a change. */
    PlanRegister current();

    /**
     * Stores a changed register.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if the stored register has changed since it was read; the
     *     caller reads it again and decides again
     */
    void replace(PlanRegister register);
}
