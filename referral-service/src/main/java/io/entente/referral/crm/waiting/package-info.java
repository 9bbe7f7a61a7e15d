/** Why changes of a CRM's deal wait. */
@NullMarked
package io.entente.referral.crm.waiting;

import org.jspecify.annotations.NullMarked;
