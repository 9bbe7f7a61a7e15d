package io.entente.referral.sla;

import io.entente.referral.sla.calendar.BusinessCalendar;

/** Identifies one version of a policy or a calendar, so that the origin of a clock can be found after later versions. */
public record PolicyRef(String code, int version) {

    public static PolicyRef of(BusinessCalendar calendar) {
        return new PolicyRef(calendar.code(), calendar.version());
    }

    /** A text for indexes and messages, such as {@code malaysia:4}. */
    public String key() {
        return code + ":" + version;
    }
}
