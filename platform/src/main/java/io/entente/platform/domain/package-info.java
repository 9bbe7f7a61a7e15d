/** The shapes every aggregate's methods answer in: allowed or refused, and what changed. */
@NullMarked
package io.entente.platform.domain;

import org.jspecify.annotations.NullMarked;
