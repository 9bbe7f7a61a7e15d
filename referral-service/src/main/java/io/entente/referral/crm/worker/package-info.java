/** Housekeeping of the deals of CRMs. */
@NullMarked
package io.entente.referral.crm.worker;

import org.jspecify.annotations.NullMarked;
