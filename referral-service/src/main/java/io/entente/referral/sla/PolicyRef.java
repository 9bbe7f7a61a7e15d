package io.entente.referral.sla;

import io.entente.referral.sla.calendar.BusinessCalendar;

/** Identifies one version of a policy or a calendar, so that the origin of a clock can be found after later versions. */
public record PolicyRef(String code, int version) {

    static PolicyRef of(BusinessCalendar calendar) {
        return new PolicyRef(calendar.code(), calendar.version());
    }
}
