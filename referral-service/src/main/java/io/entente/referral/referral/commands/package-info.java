/** The commands that people give on the way of a referral, from the review to the rating. */
@NullMarked
package io.entente.referral.referral.commands;

import org.jspecify.annotations.NullMarked;
