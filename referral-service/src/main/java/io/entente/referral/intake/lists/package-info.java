/** The list of imports: how they are searched, filtered and sorted. */
@NullMarked
package io.entente.referral.intake.lists;

import org.jspecify.annotations.NullMarked;
