/** Measures how many deals one core prices per second. */
@NullMarked
package io.entente.benchmarks.pricing;

import org.jspecify.annotations.NullMarked;
