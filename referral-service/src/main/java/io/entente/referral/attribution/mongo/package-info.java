/** Claims, conflicts, policies and what is under way, in MongoDB. */
@NullMarked
package io.entente.referral.attribution.mongo;

import org.jspecify.annotations.NullMarked;
