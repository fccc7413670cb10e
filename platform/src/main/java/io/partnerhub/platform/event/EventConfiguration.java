package io.partnerhub.platform.event;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.idempotency.IdempotencyStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires outbox, relay and listener of a service; without
 * {@code partnerhub.outbox.enabled} nothing leaves or arrives.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class EventConfiguration {

	@Bean
	Outbox outbox(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<OutboxRelay> relay) {
		return new Outbox(jdbc, json, clock, () -> relay.ifAvailable(OutboxRelay::wake));
	}

	@Bean
	Housekeeping messageHousekeeping(Inbox inbox, IdempotencyStore answers) {
		return new Housekeeping(inbox, answers);
	}

	/** The traffic with the broker. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "partnerhub.outbox.enabled", matchIfMissing = true)
	static class Traffic {

		@Bean
		OutboxRelay outboxRelay(JdbcClient jdbc, PlatformTransactionManager transactions, OutboxProperties properties,
				KafkaProperties kafka, Clock clock, MeterRegistry metrics,
				@Value("${spring.application.name}") String service) {
			EventPublisher publisher = EventPublisher.overKafka(service, Ids.next().toString(),
					kafka.buildProducerProperties(), properties.ackTimeout());
			return new OutboxRelay(jdbc, new TransactionTemplate(transactions), publisher, properties, clock, metrics);
		}

		@Bean
		@ConditionalOnBean(Subscription.class)
		ConcurrentMessageListenerContainer<String, byte[]> eventListener(Inbox inbox, KafkaProperties kafka,
				@Value("${spring.application.name}") String service) {
			return EventListening.container(service, inbox, kafka.buildConsumerProperties());
		}

		@Bean
		NewTopics topics(@Value("${partnerhub.topics.replicas:1}") int replicas) {
			return new NewTopics(Topics.ALL.stream()
				.map((topic) -> TopicBuilder.name(topic).partitions(Topics.PARTITIONS).replicas(replicas).build())
				.toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
		}

	}

	/** Forgets what no repetition can ask for any more. */
	static final class Housekeeping {

		private final Inbox inbox;

		private final IdempotencyStore answers;

		Housekeeping(Inbox inbox, IdempotencyStore answers) {
			this.inbox = inbox;
			this.answers = answers;
		}

		@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
		void purge() {
			this.inbox.purge();
			this.answers.purge();
		}

	}

}
