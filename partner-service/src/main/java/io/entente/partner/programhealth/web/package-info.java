/** The API of the health of the program. */
@NullMarked
package io.entente.partner.programhealth.web;

import org.jspecify.annotations.NullMarked;
