/** The list of bank reports: what it is searched and filtered by. */
@NullMarked
package io.entente.commission.bankreports.lists;

import org.jspecify.annotations.NullMarked;
