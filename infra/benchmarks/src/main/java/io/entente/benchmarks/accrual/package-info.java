/** Measures how fast closed deals become entries of the commission ledger. */
@NullMarked
package io.entente.benchmarks.accrual;

import org.jspecify.annotations.NullMarked;
