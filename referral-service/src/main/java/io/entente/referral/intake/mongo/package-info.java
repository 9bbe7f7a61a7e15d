/** Stores imports in MongoDB. */
@NullMarked
package io.entente.referral.intake.mongo;

import org.jspecify.annotations.NullMarked;
