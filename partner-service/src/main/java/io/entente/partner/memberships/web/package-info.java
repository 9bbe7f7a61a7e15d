/** The members of partners, and their invitations, over HTTP. */
@NullMarked
package io.entente.partner.memberships.web;

import org.jspecify.annotations.NullMarked;
