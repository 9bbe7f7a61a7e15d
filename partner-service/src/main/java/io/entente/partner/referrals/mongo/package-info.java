/** Stores the referrals of partners. */
@NullMarked
package io.entente.partner.referrals.mongo;

import org.jspecify.annotations.NullMarked;
