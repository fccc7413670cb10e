package io.partnerhub.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * An announced fact on its way, and the CloudEvents attributes it carries as Kafka
 * headers.
 */
record OutboxRow(long position, UUID id, UUID key, long sequence, String topic, String type, UUID partnerId,
		@Nullable String traceId, String payload, Instant occurredAt) {

	static final RowMapper<OutboxRow> MAPPER = (row, index) -> new OutboxRow(row.getLong("position"),
			row.getObject("id", UUID.class), row.getObject("key", UUID.class), row.getLong("sequence"),
			row.getString("topic"), row.getString("type"), row.getObject("partner_id", UUID.class),
			row.getString("trace_id"), row.getString("payload"), row.getTimestamp("occurred_at").toInstant());

	ProducerRecord<String, byte[]> record(String source) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.topic, this.key.toString(),
				bytes(this.payload));
		record.headers()
			.add("ce_specversion", bytes("1.0"))
			.add("ce_id", bytes(this.id.toString()))
			.add("ce_type", bytes(this.type))
			.add("ce_source", bytes("/" + source))
			.add("ce_time", bytes(this.occurredAt.toString()))
			.add("ce_subject", bytes(this.key.toString()))
			.add("ce_sequence", bytes(String.valueOf(this.sequence)))
			.add("ce_partnerid", bytes(this.partnerId.toString()))
			.add("content-type", bytes("application/json"));
		if (this.traceId != null) {
			record.headers().add("ce_traceid", bytes(this.traceId));
		}
		return record;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
