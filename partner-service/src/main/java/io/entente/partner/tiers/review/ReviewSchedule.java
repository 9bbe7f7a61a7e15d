package io.entente.partner.tiers.review;

import java.time.LocalDate;
import java.util.List;

/** Says whom to review on which day. */
public interface ReviewSchedule {

    /** Something has happened that counts for a partner, so it is reviewed on this day. */
    void mark(String partnerId, LocalDate day);

    /** Adds partners that aren't scheduled yet. */
    void addMissing(List<String> partnerIds, LocalDate day);

    /** Some partners whose day has come. */
    List<Due> due(LocalDate today, int limit);

    /** Schedules the next review, unless something has happened since the partner was found to be due. */
    void next(Due reviewed, LocalDate day);

    /**
     * A partner to review.
     *
     * @param marks how often something has happened
     */
    record Due(String partnerId, long marks) {}
}
