/** A referral from its submission on: accepted or declined, contacted, won or lost, with its deals. */
@NullMarked
package io.entente.referral.submission;

import org.jspecify.annotations.NullMarked;
