/** Statements of a quarter, whatever the year before it was. */
@NullMarked
package io.entente.benchmarks.statements;

import org.jspecify.annotations.NullMarked;
