package io.partnerhub.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.Ids;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Delivers all events of a customer a second time, as a broker may after a crash. */
final class Redelivery {

	private static final List<String> CONSUMERS = List.of("customer-service", "coupon-service", "opportunity-service",
			"billing-service");

	private Redelivery() {
	}

	/** How many events were delivered again. */
	static int of(RunningHub hub, String customerId) throws Exception {
		List<ConsumerRecord<String, byte[]>> events = read(hub, customerId);
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings(hub), new StringSerializer(),
				new ByteArraySerializer())) {
			for (ConsumerRecord<String, byte[]> event : events) {
				producer
					.send(new ProducerRecord<>(event.topic(), event.partition(), event.key(), event.value(),
							event.headers()))
					.get();
			}
		}
		return events.size();
	}

	/** How many records the services have not handled yet. */
	static long lag(RunningHub hub) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(settings(hub))) {
			long lag = 0;
			for (String group : CONSUMERS) {
				Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(group)
					.partitionsToOffsetAndMetadata()
					.get();
				Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
				handled.keySet().forEach((partition) -> latest.put(partition, OffsetSpec.latest()));
				for (var end : admin.listOffsets(latest).all().get().entrySet()) {
					lag += Math.max(0, end.getValue().offset() - handled.get(end.getKey()).offset() - 1);
				}
			}
			return lag;
		}
	}

	private static List<ConsumerRecord<String, byte[]>> read(RunningHub hub, String customerId) {
		Map<String, Object> settings = settings(hub);
		settings.put("group.id", "redelivery-" + Ids.next());
		settings.put("auto.offset.reset", "earliest");
		settings.put("isolation.level", "read_committed");
		List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = Topics.ALL.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < ends.get(partition))) {
				consumer.poll(Duration.ofMillis(200)).forEach((event) -> {
					if (customerId.equals(event.key())) {
						events.add(event);
					}
				});
			}
		}
		return events;
	}

	private static Map<String, Object> settings(RunningHub hub) {
		return new HashMap<>(Map.of("bootstrap.servers", hub.parts().kafka().address()));
	}

}
