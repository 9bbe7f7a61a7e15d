/** Reads the terms of deals as CRMs write them. */
@NullMarked
package io.entente.referral.crm.terms;

import org.jspecify.annotations.NullMarked;
