/** Tests the guarantees of the whole system with real processes that are killed and started again. */
@NullMarked
package io.entente.systemtests;

import org.jspecify.annotations.NullMarked;
