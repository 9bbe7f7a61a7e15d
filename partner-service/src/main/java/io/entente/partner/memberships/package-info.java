/** Who acts for a partner and with which rights: invitations by a one-time link, changes of rights, and revocation. */
@NullMarked
package io.entente.partner.memberships;

import org.jspecify.annotations.NullMarked;
