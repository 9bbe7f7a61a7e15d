/** The load generator's arithmetic. */
@NullMarked
package io.entente.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
