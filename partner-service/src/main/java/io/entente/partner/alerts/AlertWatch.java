package io.entente.partner.alerts;

import java.time.LocalDate;
import java.util.List;

/** Says which partners to check on which day. */
public interface AlertWatch {

    /** Something has happened with a partner, so it is checked on this day. */
    void mark(String partnerId, LocalDate day);

    /** Adds partners that aren't checked yet. */
    void addMissing(List<String> partnerIds, LocalDate day);

    /** Some partners whose day has come. */
    List<Due> due(LocalDate today, int limit);

    /** Schedules the next check, unless something has happened since the partner was found to be due. */
    void next(Due checked, LocalDate day);

    /**
     * A partner to check.
     *
     * @param marks how often something has happened
     */
    record Due(String partnerId, long marks) {}
}
