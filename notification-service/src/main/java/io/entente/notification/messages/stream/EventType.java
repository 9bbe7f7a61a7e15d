package io.entente.notification.messages.stream;

/**
 * A type of event that the service announces.
 *
 * @param event the record that reads its data
 */
record EventType(String wireType, Class<? extends AnnouncedEvent> event) {}
