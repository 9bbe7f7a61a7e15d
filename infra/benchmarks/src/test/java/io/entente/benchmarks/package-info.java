/** The harness is honest: its own arithmetic, without servers and without a clock to race. */
@NullMarked
package io.entente.benchmarks;

import org.jspecify.annotations.NullMarked;
