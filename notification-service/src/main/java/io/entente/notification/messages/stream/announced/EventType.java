package io.entente.notification.messages.stream.announced;

/**
 * A type of event that the service announces.
 *
 * @param event the record that reads its data
 */
public record EventType(String wireType, Class<? extends AnnouncedEvent> event) {}
