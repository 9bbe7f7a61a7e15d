package io.entente.referral.program;

import java.time.Instant;

/**
 * One version of a list that the program keeps. The last version is in force, and no version is ever changed.
 *
 * @param version from 1, without gaps
 * @param actor who added it
 */
public record Edition<T>(long version, Instant since, String actor, T content) {}
