/** Recipients in MongoDB. */
@NullMarked
package io.entente.notification.recipients.mongo;

import org.jspecify.annotations.NullMarked;
