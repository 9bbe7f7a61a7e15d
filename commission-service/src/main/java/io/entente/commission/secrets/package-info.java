/** Which personal data and bank details of partners are stored encrypted. */
@NullMarked
package io.entente.commission.secrets;

import org.jspecify.annotations.NullMarked;
