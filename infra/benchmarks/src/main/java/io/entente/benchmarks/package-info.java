/** Measures Entente's pipeline. Each figure stands beside the most that broker and store can do in the same run. */
@NullMarked
package io.entente.benchmarks;

import org.jspecify.annotations.NullMarked;
