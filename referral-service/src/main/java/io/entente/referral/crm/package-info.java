/**
 * Receives changes of deals from CRMs, verifies their signatures, stores them until the deal is linked, and sends them as
 * commands to the referral.
 */
@NullMarked
package io.entente.referral.crm;

import org.jspecify.annotations.NullMarked;
