/** The words of statements in the languages of the program, and the text of each line. */
@NullMarked
package io.entente.commission.statements.texts;

import org.jspecify.annotations.NullMarked;
