/** The partner service: who the program's partners are, and under which terms. */
@NullMarked
package io.entente.partner;

import org.jspecify.annotations.NullMarked;
