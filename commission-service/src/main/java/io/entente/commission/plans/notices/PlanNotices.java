package io.entente.commission.plans.notices;

/** Publishes notices of new versions of plans. */
public interface PlanNotices {

    /** Publishes a notice once. Publishing it again changes nothing. */
    void publish(PlanNotice notice);
}
