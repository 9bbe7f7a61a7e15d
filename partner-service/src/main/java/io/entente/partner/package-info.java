/** The partner service knows the partners of the program and the terms of each partnership. */
@NullMarked
package io.entente.partner;

import org.jspecify.annotations.NullMarked;
