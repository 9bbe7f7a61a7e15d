/** Measures that the statements of a quarter cost the same however many deals the year had before. */
@NullMarked
package io.entente.benchmarks.statements;

import org.jspecify.annotations.NullMarked;
