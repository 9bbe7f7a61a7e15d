/** CRMs' webhooks and links over HTTP. */
@NullMarked
package io.entente.referral.crm.web;

import org.jspecify.annotations.NullMarked;
