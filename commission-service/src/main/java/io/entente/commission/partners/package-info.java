/** Partners as far as commission needs them: what decides which plan prices their deals, and how to address them. */
@NullMarked
package io.entente.commission.partners;

import org.jspecify.annotations.NullMarked;
