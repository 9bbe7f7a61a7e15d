/** Measures what a service spends on a command: processor time and store round trips. */
@NullMarked
package io.entente.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
