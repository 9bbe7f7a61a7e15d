/** Stores the program's lists in MongoDB. */
@NullMarked
package io.entente.referral.program.mongo;

import org.jspecify.annotations.NullMarked;
