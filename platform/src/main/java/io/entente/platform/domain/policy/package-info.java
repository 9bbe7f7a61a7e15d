/** Policies of the program in versions, each of which is in force from a day on. */
@NullMarked
package io.entente.platform.domain.policy;

import org.jspecify.annotations.NullMarked;
