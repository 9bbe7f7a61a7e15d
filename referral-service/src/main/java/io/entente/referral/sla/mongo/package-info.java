/** The policy book in MongoDB. */
@NullMarked
package io.entente.referral.sla.mongo;

import org.jspecify.annotations.NullMarked;
