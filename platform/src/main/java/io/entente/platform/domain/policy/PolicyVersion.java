package io.entente.platform.domain.policy;

import java.time.LocalDate;

/** One version of a policy. */
public interface PolicyVersion {

    /** The first day on which it is in force. It stays in force until the next version begins. */
    LocalDate effectiveFrom();
}
