package io.entente.partner.applications;

import java.time.Instant;

/**
 * That the applicant has agreed to the storage of its data.
 *
 * @param version of the policy whose text was shown
 * @param locale in which language
 */
public record Consent(int version, String locale, Instant at) {}
