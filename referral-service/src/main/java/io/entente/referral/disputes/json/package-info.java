/** The JSON form of the items of a dispute file, from which their hashes are computed. */
@NullMarked
package io.entente.referral.disputes.json;

import org.jspecify.annotations.NullMarked;
