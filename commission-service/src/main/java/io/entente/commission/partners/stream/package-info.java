/** Partner profiles off Kafka. */
@NullMarked
package io.entente.commission.partners.stream;

import org.jspecify.annotations.NullMarked;
