/** How long it takes from the request that closes a deal until its commission is on the topic. */
@NullMarked
package io.entente.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
