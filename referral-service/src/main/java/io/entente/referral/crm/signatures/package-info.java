/** How CRMs sign their requests. */
@NullMarked
package io.entente.referral.crm.signatures;

import org.jspecify.annotations.NullMarked;
