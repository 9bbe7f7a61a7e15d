/** Measures how fast queued outboxes are published and cleared. */
@NullMarked
package io.entente.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
