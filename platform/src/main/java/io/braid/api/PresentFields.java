package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells in the description which fields of an answer are always there: those that can never be null in the record they
 * are made of, nor are left out when empty. What is sent to Braid may lack anything and is answered with its faults, so
 * nothing is told about it.
 */
final class PresentFields implements ModelConverter {
    /** Schemas are called by the plain names of records; two of one name would be one schema, and one of them wrong. */
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    private final Set<String> clashes = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> record = type.getType() == null
                ? Object.class
                : Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && record.isRecord()) {
            require(record, defined(record, resolved, context));
        }
        return resolved;
    }

    /** Records of one name, as far as the description was made; there must be none. */
    Set<String> clashes() {
        return Set.copyOf(clashes);
    }

    private Schema<?> defined(Class<?> record, Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        if (reference == null) {
            return resolved;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        Class<?> other = named.putIfAbsent(name, record);
        if (other != null && other != record) {
            clashes.add(record.getName() + " and " + other.getName() + " are both called " + name);
        }
        Schema<?> model = context.getDefinedModels().get(name);
        return model == null ? resolved : model;
    }

    private static void require(Class<?> record, Schema<?> schema) {
        Map<String, ?> fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        List<String> present = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean leftOut = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if (!leftOut && fields.containsKey(component.getName())) {
                present.add(component.getName());
            }
        }
        schema.setRequired(present.isEmpty() ? null : present);
    }
}
