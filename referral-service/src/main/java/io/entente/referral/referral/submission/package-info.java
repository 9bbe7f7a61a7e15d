/** The rules for submissions, and what a submission would lead to. */
@NullMarked
package io.entente.referral.referral.submission;

import org.jspecify.annotations.NullMarked;
