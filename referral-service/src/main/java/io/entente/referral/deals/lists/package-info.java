/** The list of the deals that closed before their referral was submitted. */
@NullMarked
package io.entente.referral.deals.lists;

import org.jspecify.annotations.NullMarked;
