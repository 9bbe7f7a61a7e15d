/** Which client a referral is about. */
@NullMarked
package io.entente.referral.attribution;

import org.jspecify.annotations.NullMarked;
