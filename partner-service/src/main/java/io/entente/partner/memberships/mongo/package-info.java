/** The members of partners in MongoDB. */
@NullMarked
package io.entente.partner.memberships.mongo;

import org.jspecify.annotations.NullMarked;
