package io.partnerhub.platform.event;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Brings the topics a service subscribed to into its inbox, and repeats what failed until
 * it succeeds.
 */
public final class EventListening {

	private static final int THREADS = 2;

	private EventListening() {
	}

	public static ConcurrentMessageListenerContainer<String, byte[]> container(String service, Inbox inbox,
			Map<String, Object> settings) {
		ContainerProperties properties = new ContainerProperties(inbox.topics().toArray(String[]::new));
		properties.setGroupId(service);
		properties.setAckMode(ContainerProperties.AckMode.RECORD);
		properties.setMissingTopicsFatal(false);
		properties.setMessageListener((MessageListener<String, byte[]>) (record) -> inbox.receive(Message.of(record)));
		ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<>(consumer(settings), new StringDeserializer(),
						new ByteArrayDeserializer()),
				properties);
		container.setConcurrency(THREADS);
		container.setCommonErrorHandler(repeatForEver());
		container.setBeanName(service + "-events");
		return container;
	}

	private static Map<String, Object> consumer(Map<String, Object> settings) {
		Map<String, Object> consumer = new HashMap<>(settings);
		consumer.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
		consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		consumer.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5000);
		return consumer;
	}

	private static DefaultErrorHandler repeatForEver() {
		ExponentialBackOff backOff = new ExponentialBackOff(200, 2.0);
		backOff.setMaxInterval(5000);
		DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

}
