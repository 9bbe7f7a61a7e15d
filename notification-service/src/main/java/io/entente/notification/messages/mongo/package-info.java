/** Notifications in MongoDB, each with the state of its delivery. */
@NullMarked
package io.entente.notification.messages.mongo;

import org.jspecify.annotations.NullMarked;
