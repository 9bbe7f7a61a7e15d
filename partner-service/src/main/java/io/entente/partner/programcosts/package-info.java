/** What the program costs beside commission, by category. Entries are never changed; a wrong one is reversed by another. */
@NullMarked
package io.entente.partner.programcosts;

import org.jspecify.annotations.NullMarked;
