/** The referrals that a CRM's deal names, and those that it was linked to before. */
@NullMarked
package io.entente.referral.crm.links;

import org.jspecify.annotations.NullMarked;
