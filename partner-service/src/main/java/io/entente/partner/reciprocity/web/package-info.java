/** The API of reciprocity. */
@NullMarked
package io.entente.partner.reciprocity.web;

import org.jspecify.annotations.NullMarked;
