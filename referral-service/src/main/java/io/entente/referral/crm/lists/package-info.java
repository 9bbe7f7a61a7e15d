/** The lists of CRM deals: those that are not linked to a referral, and those with changes that wait. */
@NullMarked
package io.entente.referral.crm.lists;

import org.jspecify.annotations.NullMarked;
