/** When the sweep of claims and protections runs. */
@NullMarked
package io.entente.referral.attribution.sweep;

import org.jspecify.annotations.NullMarked;
