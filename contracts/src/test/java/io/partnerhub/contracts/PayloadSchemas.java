package io.partnerhub.contracts;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of the event records, read off the records themselves. Unknown fields stay
 * allowed, because events grow; what may be absent is not required.
 */
final class PayloadSchemas {

	private static final Map<Type, Map<String, Object>> SIMPLE = Map.of(String.class, Map.of("type", "string"),
			UUID.class, simple("string", "uuid"), Instant.class, simple("string", "date-time"), int.class,
			simple("integer", "int32"), Integer.class, simple("integer", "int32"), long.class,
			simple("integer", "int64"), boolean.class, Map.of("type", "boolean"), Boolean.class,
			Map.of("type", "boolean"));

	private final Map<String, Object> schemas = new TreeMap<>();

	/** All schemas met so far, by name. */
	Map<String, Object> all() {
		return this.schemas;
	}

	/** A reference to the schema of a record, which is added if it is new. */
	Map<String, Object> of(Class<?> type) {
		String name = type.getSimpleName();
		if (!this.schemas.containsKey(name)) {
			this.schemas.put(name, Map.of());
			this.schemas.put(name, type.isEnum() ? enumeration(type) : record(type));
		}
		return Map.of("$ref", "#/components/schemas/" + name);
	}

	private Map<String, Object> record(Class<?> type) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			properties.put(component.getName(), schema(component.getAnnotatedType()));
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				required.add(component.getName());
			}
		}
		if (type == Amount.class) {
			properties.put("amount", text("^-?\\d{1,15}\\.\\d{2}$"));
			properties.put("currency", text("^[A-Z]{3}$"));
		}
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required", required);
		return schema;
	}

	private Map<String, Object> schema(AnnotatedType type) {
		if (type instanceof AnnotatedParameterizedType list) {
			Map<String, Object> array = new LinkedHashMap<>();
			array.put("type", "array");
			array.put("items", schema(list.getAnnotatedActualTypeArguments()[0]));
			return array;
		}
		Map<String, Object> simple = SIMPLE.get(type.getType());
		return (simple != null) ? simple : of((Class<?>) type.getType());
	}

	private static Map<String, Object> enumeration(Class<?> type) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("enum", Stream.of(type.getEnumConstants()).map((value) -> ((Enum<?>) value).name()).toList());
		return schema;
	}

	/** In one order in every run. */
	private static Map<String, Object> text(String pattern) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("pattern", pattern);
		return schema;
	}

	private static Map<String, Object> simple(String type, String format) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", type);
		schema.put("format", format);
		return schema;
	}

}
