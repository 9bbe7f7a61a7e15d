package io.entente.platform.events.bson;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Encodes documents that contain only texts, whole numbers, flags, times, lists and documents. The driver copies the result as it
 * is. The driver's own codec looks up the codec of each value and checks the order of calls, which took a quarter of the time of
 * a consumer that writes in bulk.
 */
public final class PlainBson {

    private PlainBson() {}

    /** @throws IllegalArgumentException if the document contains a value of another kind */
    public static RawBsonDocument encode(Document document) {
        LittleEndian bytes = new LittleEndian();
        writeDocument(bytes, document);
        return new RawBsonDocument(bytes.array(), 0, bytes.length());
    }

    private static void writeDocument(LittleEndian bytes, Map<?, ?> document) {
        int start = begin(bytes);
        for (Map.Entry<?, ?> field : document.entrySet()) {
            write(bytes, (String) field.getKey(), field.getValue());
        }
        end(bytes, start);
    }

    private static void writeList(LittleEndian bytes, List<?> list) {
        int start = begin(bytes);
        for (int i = 0; i < list.size(); i++) {
            write(bytes, Integer.toString(i), list.get(i));
        }
        end(bytes, start);
    }

    /** BSON puts the length of a document before its content. */
    private static int begin(LittleEndian bytes) {
        int start = bytes.length();
        bytes.putInt(0);
        return start;
    }

    private static void end(LittleEndian bytes, int start) {
        bytes.putByte(0);
        bytes.setInt(start, bytes.length() - start);
    }

    private static void write(LittleEndian bytes, String name, @Nullable Object value) {
        if (value instanceof String text) {
            writeText(name(bytes, BsonType.STRING, name), text);
        } else if (value instanceof RawBsonDocument raw) {
            name(bytes, BsonType.DOCUMENT, name).putBytes(raw.getByteBuffer());
        } else if (value instanceof Map<?, ?> document) {
            writeDocument(name(bytes, BsonType.DOCUMENT, name), document);
        } else if (value instanceof List<?> list) {
            writeList(name(bytes, BsonType.ARRAY, name), list);
        } else if (value instanceof Long number) {
            name(bytes, BsonType.INT64, name).putLong(number);
        } else if (value instanceof Integer number) {
            name(bytes, BsonType.INT32, name).putInt(number);
        } else if (value instanceof Boolean flag) {
            name(bytes, BsonType.BOOLEAN, name).putByte(flag ? 1 : 0);
        } else if (value instanceof Date time) {
            name(bytes, BsonType.DATE_TIME, name).putLong(time.toInstant().toEpochMilli());
        } else if (value == null) {
            name(bytes, BsonType.NULL, name);
        } else {
            throw new IllegalArgumentException("%s is a %s".formatted(name, value.getClass()));
        }
    }

    /** A name ends with a zero byte, so it can't contain one. A reader would take the rest of the name for the value. */
    private static LittleEndian name(LittleEndian bytes, BsonType type, String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a field's name has a zero in it: " + name.replace('\0', '?'));
        }
        bytes.putByte(type.getValue());
        bytes.putText(name);
        bytes.putByte(0);
        return bytes;
    }

    private static void writeText(LittleEndian bytes, String text) {
        int start = bytes.length();
        bytes.putInt(0);
        bytes.putText(text);
        bytes.putByte(0);
        bytes.setInt(start, bytes.length() - start - Integer.BYTES);
    }
}
