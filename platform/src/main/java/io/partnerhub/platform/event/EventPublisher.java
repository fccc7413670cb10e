package io.partnerhub.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a batch on Kafka in one transaction: consumers see all of it or nothing, so a
 * batch that broke in the middle and is sent again never shows a later event of a key
 * before an earlier one.
 * <p>
 * A publisher that dies in the middle leaves a transaction open, and consumers, who read
 * committed records only, wait behind it. The broker aborts it after the transaction
 * time-out, which is the ack time-out, but looks for such transactions only every
 * {@code transaction.abort.timed.out.transaction.cleanup.interval.ms} (10 s by default):
 * brokers should set it to 1000 or less.
 */
public final class EventPublisher implements AutoCloseable {

	private final String source;

	private final Supplier<Producer<String, byte[]>> producers;

	private @Nullable Producer<String, byte[]> producer;

	EventPublisher(String source, Supplier<Producer<String, byte[]>> producers) {
		this.source = source;
		this.producers = producers;
	}

	/** A publisher over the broker of the given client settings. */
	public static EventPublisher overKafka(String source, String instance, Map<String, Object> settings,
			Duration ackTimeout) {
		Map<String, Object> producer = new HashMap<>(settings);
		int wait = (int) ackTimeout.toMillis();
		producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, source + "-" + instance);
		producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		producer.put(ProducerConfig.ACKS_CONFIG, "all");
		producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, wait);
		producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, wait / 2);
		producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, wait);
		producer.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, wait);
		producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
		return new EventPublisher(source,
				() -> new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()));
	}

	void publish(List<OutboxRow> rows, Duration ackTimeout) {
		try {
			Producer<String, byte[]> open = open();
			open.beginTransaction();
			for (OutboxRow row : rows) {
				// The commit reports what a send could not do.
				var _ = open.send(row.record(this.source));
			}
			open.commitTransaction();
		}
		catch (RuntimeException ex) {
			discard();
			throw ex;
		}
	}

	@Override
	public void close() {
		discard();
	}

	private synchronized Producer<String, byte[]> open() {
		if (this.producer == null) {
			Producer<String, byte[]> created = this.producers.get();
			try {
				created.initTransactions();
			}
			catch (RuntimeException ex) {
				created.close(Duration.ZERO);
				throw ex;
			}
			this.producer = created;
		}
		return this.producer;
	}

	/**
	 * After a failure the producer's state is doubtful; a new one fences it and aborts
	 * what it left open.
	 */
	private synchronized void discard() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
			this.producer = null;
		}
	}

}
