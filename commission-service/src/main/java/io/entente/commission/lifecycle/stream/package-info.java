/** Reversed deals and consent off Kafka. */
@NullMarked
package io.entente.commission.lifecycle.stream;

import org.jspecify.annotations.NullMarked;
