package io.partnerhub.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record from Kafka, or a dead letter taken up again: the same thing to the inbox. */
record Message(String topic, int partition, long offset, String key, Map<String, String> headers, byte[] payload) {

	static Message of(ConsumerRecord<String, byte[]> record) {
		Map<String, String> headers = new LinkedHashMap<>();
		record.headers().forEach((header) -> {
			if (header.value() != null) {
				headers.put(storable(header.key()), storable(new String(header.value(), StandardCharsets.UTF_8)));
			}
		});
		return new Message(record.topic(), record.partition(), record.offset(),
				(record.key() != null) ? storable(record.key()) : "", headers,
				(record.value() != null) ? record.value() : new byte[0]);
	}

	/**
	 * PostgreSQL keeps no NUL characters, and a strange record must not stop the rest.
	 */
	static String storable(String text) {
		return text.replace('\0', '\ufffd');
	}

	String type() {
		return this.headers.getOrDefault("ce_type", "");
	}

	@Nullable String id() {
		return this.headers.get("ce_id");
	}

	@Nullable String partnerId() {
		return this.headers.get("ce_partnerid");
	}

}
