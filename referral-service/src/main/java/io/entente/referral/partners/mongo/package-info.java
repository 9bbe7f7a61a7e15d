/** Stores known partners in MongoDB. */
@NullMarked
package io.entente.referral.partners.mongo;

import org.jspecify.annotations.NullMarked;
