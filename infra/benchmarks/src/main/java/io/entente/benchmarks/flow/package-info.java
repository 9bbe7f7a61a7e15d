/** Measures requests to running services: what they cost, how many are possible, and how long they take. */
@NullMarked
package io.entente.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
