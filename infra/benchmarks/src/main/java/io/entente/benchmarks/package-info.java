/** Measures Entente's pipeline, each figure beside what the broker and the store can do at most in the same run. */
@NullMarked
package io.entente.benchmarks;

import org.jspecify.annotations.NullMarked;
