/** Consumes partner profiles from Kafka. */
@NullMarked
package io.entente.commission.partners.stream;

import org.jspecify.annotations.NullMarked;
