/** What a partner is known by, in the form in which it is compared with clients. */
@NullMarked
package io.entente.commission.partners.identity;

import org.jspecify.annotations.NullMarked;
