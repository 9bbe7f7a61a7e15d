/** Stores claims, conflicts, policies and unfinished changes in MongoDB. */
@NullMarked
package io.entente.referral.attribution.mongo;

import org.jspecify.annotations.NullMarked;
