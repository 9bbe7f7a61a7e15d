/** A referral as its readers see it, and the steps that come next. */
@NullMarked
package io.entente.referral.referral.view;

import org.jspecify.annotations.NullMarked;
