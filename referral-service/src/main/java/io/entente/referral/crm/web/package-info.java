/** The webhooks that CRMs call, and the API that links their deals to referrals. */
@NullMarked
package io.entente.referral.crm.web;

import org.jspecify.annotations.NullMarked;
