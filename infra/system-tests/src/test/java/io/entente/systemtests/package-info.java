/** Guarantees of the whole system, shown over real processes that are killed and started again. */
@NullMarked
package io.entente.systemtests;

import org.jspecify.annotations.NullMarked;
