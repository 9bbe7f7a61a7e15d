/** The API of the costs of the program. */
@NullMarked
package io.entente.partner.programcosts.web;

import org.jspecify.annotations.NullMarked;
