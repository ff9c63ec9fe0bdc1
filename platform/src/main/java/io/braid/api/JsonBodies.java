package io.braid.api;

import io.braid.store.Json;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * JSON bodies, read and written as a whole: they are bounded, and a known length spares the chunks. UTF-8 only, as JSON
 * is.
 */
final class JsonBodies extends AbstractSmartHttpMessageConverter<Object> {
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    JsonBodies() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return !CharSequence.class.isAssignableFrom(type)
                && type != byte[].class
                && !Resource.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return supports(type.toClass()) && canRead(mediaType) && isUtf8(mediaType);
    }

    @Override
    public boolean canWrite(ResolvableType targetType, Class<?> valueType, @Nullable MediaType mediaType) {
        return supports(valueType) && canWrite(mediaType);
    }

    private static boolean isUtf8(@Nullable MediaType mediaType) {
        return mediaType == null
                || mediaType.getCharset() == null
                || StandardCharsets.UTF_8.equals(mediaType.getCharset());
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        try {
            BadJson.checkText(body);
            return reader(type.getType()).readValue(body);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("the body cannot be read", e, message);
        }
    }

    private ObjectReader reader(Type type) {
        ObjectReader known = readers.get(type);
        if (known != null) {
            return known;
        }
        ObjectReader reader = Json.MAPPER.readerFor(Json.MAPPER.constructType(type));
        readers.put(type, reader);
        return reader;
    }

    @Override
    protected void writeInternal(
            Object value, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] body = Json.bytes(value);
        message.getHeaders().setContentLength(body.length);
        message.getBody().write(body);
    }
}
