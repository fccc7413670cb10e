package io.partnerhub.contracts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.type.TypeReference;

/**
 * Describes all events as AsyncAPI 3.0: a channel per topic, a message per
 * {@code ce_type} with its CloudEvents headers, schema and golden file as the example.
 */
final class AsyncApiDocument {

	private static final String INTRODUCTION = """
			Facts the hub announces. The Kafka key is the id that stays in order (the customer id for all that a \
			customer's link triggers); delivery is at least once, ce_id tells repetitions. Changes are additive: \
			ignore fields and types you do not know.
			""";

	private final PayloadSchemas schemas = new PayloadSchemas();

	static String text() {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(120);
		options.setIndicatorIndent(2);
		options.setIndentWithIndicator(true);
		return new Yaml(options).dump(copy(new AsyncApiDocument().document()));
	}

	/** Shared maps become separate ones, so that the text has no anchors. */
	private static Object copy(Object value) {
		return Committed.JSON.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {
		});
	}

	private Map<String, Object> document() {
		Map<String, Object> messages = new LinkedHashMap<>();
		EventCatalog.entries().forEach((entry) -> messages.put(entry.type(), message(entry)));
		Map<String, Object> components = new LinkedHashMap<>();
		components.put("messages", messages);
		this.schemas.all().put("CloudEvent", headers());
		components.put("schemas", this.schemas.all());
		return map("asyncapi", "3.0.0", "info",
				map("title", "Partner Hub events", "version", "1.0.0", "description", INTRODUCTION),
				"defaultContentType", "application/json", "channels", channels(), "operations", operations(),
				"components", components);
	}

	private static Map<String, Object> channels() {
		Map<String, Object> channels = new LinkedHashMap<>();
		for (String topic : Topics.ALL) {
			Map<String, Object> messages = new LinkedHashMap<>();
			EventCatalog.entries()
				.stream()
				.filter((entry) -> entry.topic().equals(topic))
				.forEach((entry) -> messages.put(entry.type(), ref("messages", entry.type())));
			channels.put(topic, map("address", topic, "messages", messages, "bindings",
					map("kafka", map("topic", topic, "partitions", Topics.PARTITIONS))));
		}
		return channels;
	}

	private static Map<String, Object> operations() {
		Map<String, Object> operations = new LinkedHashMap<>();
		Topics.ALL.forEach((topic) -> {
			boolean ours = !topic.equals(Topics.VENDOR);
			operations.put((ours ? "announce." : "hear.") + topic,
					map("action", ours ? "send" : "receive", "channel", Map.of("$ref", "#/channels/" + topic)));
		});
		return operations;
	}

	private Map<String, Object> message(EventCatalog.Entry entry) {
		Object type = map("type", "object", "properties", map("ce_type", map("const", entry.type())));
		return map("name", entry.type(), "title", entry.ruleName(), "headers",
				map("allOf", List.of(ref("schemas", "CloudEvent"), type)), "payload", this.schemas.of(entry.event()),
				"bindings", map("kafka", map("key", map("type", "string", "format", "uuid"))), "examples",
				List.of(map("name", entry.ruleName(), "headers", exampleHeaders(entry), "payload",
						Committed.JSON.valueToTree(Samples.of(entry)))));
	}

	/** What the outbox relay puts beside every payload. */
	private static Map<String, Object> headers() {
		Map<String, Object> text = map("type", "string");
		Map<String, Object> uuid = map("type", "string", "format", "uuid");
		Map<String, Object> properties = map("ce_specversion", map("const", "1.0"), "ce_id", uuid, "ce_type", text,
				"ce_source", map("type", "string", "format", "uri-reference"), "ce_time",
				map("type", "string", "format", "date-time"), "ce_subject", uuid, "ce_sequence",
				map("type", "string", "pattern", "^\\d+$", "description", "position among the events of the same key"),
				"ce_partnerid", uuid, "ce_traceid", text, "content-type", map("const", "application/json"));
		return map("type", "object", "properties", properties, "required",
				properties.keySet().stream().filter((name) -> !name.equals("ce_traceid")).toList());
	}

	private static Map<String, Object> exampleHeaders(EventCatalog.Entry entry) {
		Event sample = Samples.of(entry);
		return map("ce_specversion", "1.0", "ce_id", "019c9000-0000-7000-8000-000000001000", "ce_type", entry.type(),
				"ce_source", source(entry.topic()), "ce_time", "2026-06-01T09:30:00.123456Z", "ce_subject",
				sample.key(), "ce_sequence", "7", "ce_partnerid", sample.partnerId(), "content-type",
				"application/json");
	}

	private static String source(String topic) {
		return topic.equals(Topics.VENDOR) ? "/vendor"
				: "/" + topic.replace(".events", "-service").replace("program-", "partner-program-");
	}

	private static Map<String, Object> ref(String kind, String name) {
		return Map.of("$ref", "#/components/" + kind + "/" + name);
	}

	private static Map<String, Object> map(Object... namesAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return map;
	}

}
