/** How many deals one core prices a second. */
@NullMarked
package io.entente.benchmarks.pricing;

import org.jspecify.annotations.NullMarked;
