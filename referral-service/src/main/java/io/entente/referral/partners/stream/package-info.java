/** Reads partner profiles from Kafka. */
@NullMarked
package io.entente.referral.partners.stream;

import org.jspecify.annotations.NullMarked;
