/** Answers a partner's question whether a client is free, before the partner submits a referral. */
@NullMarked
package io.entente.referral.attribution.checks;

import org.jspecify.annotations.NullMarked;
