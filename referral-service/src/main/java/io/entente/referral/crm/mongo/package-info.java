/** Stores the deals of CRMs in MongoDB. */
@NullMarked
package io.entente.referral.crm.mongo;

import org.jspecify.annotations.NullMarked;
