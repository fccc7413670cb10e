package io.partnerhub.platform.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.Ids;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutboxRelayTests extends MessagingTestBase {

	private static final EmbeddedKafkaBroker BROKER = new EmbeddedKafkaKraftBroker(1, Topics.PARTITIONS,
			Topics.CUSTOMER)
		.brokerProperties(
				Map.of("transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1"));

	private static final OutboxProperties PROPERTIES = new OutboxProperties(true, 50, Duration.ofMillis(200),
			Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(3), Duration.ofDays(7));

	private static final JsonMapper JSON = new JsonMapper();

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final List<OutboxRelay> relays = new ArrayList<>();

	@BeforeAll
	static void startBroker() {
		BROKER.afterPropertiesSet();
	}

	@AfterEach
	void stopRelays() {
		this.relays.forEach(OutboxRelay::stop);
	}

	@Test
	@Tag("I-37")
	void publishesInOrderPerKeyWithTwoRelaysSharingTheWork() {
		List<UUID> keys = Stream.generate(Ids::next).limit(40).toList();
		Map<UUID, List<Integer>> heard = new HashMap<>();
		keys.forEach((key) -> heard.put(key, new CopyOnWriteArrayList<>()));
		Outbox outbox = outbox(relay(kafka("one")), relay(kafka("two")));
		ConcurrentMessageListenerContainer<String, byte[]> listener = listener((event) -> {
			if (heard.containsKey(event.key())) {
				heard.get(event.key()).add(event.epoch());
			}
		});
		this.relays.forEach(OutboxRelay::start);
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			keys.forEach((key) -> threads.execute(() -> {
				for (int number = 1; number <= 25; number++) {
					announce(outbox, key, number);
				}
			}));
		}
		List<Integer> inOrder = Stream.iterate(1, (number) -> number + 1).limit(25).toList();
		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(
					() -> assertThat(heard.values()).allSatisfy((numbers) -> assertThat(numbers).isEqualTo(inOrder)));
		listener.stop();
		assertThat(count("select count(*) from outbox where published_at is null")).isZero();
	}

	@Test
	@Tag("I-36")
	void numbersEachKeyWithoutGapWhateverRollsBack() {
		UUID key = Ids.next();
		Outbox outbox = outbox();
		for (int number = 1; number <= 10; number++) {
			int present = number;
			this.transaction.executeWithoutResult((status) -> {
				outbox.announce(event(key, present));
				if (present % 2 == 0) {
					status.setRollbackOnly();
				}
			});
		}
		assertThat(count(
				"select count(*) from (select key from outbox group by key having max(sequence) <> count(*)) gaps"))
			.isZero();
		assertThat(count("select max(sequence) from outbox")).isEqualTo(5);
	}

	@Test
	void losesNothingAndKeepsOrderWhenPublishingFails() {
		List<String> published = Collections.synchronizedList(new ArrayList<>());
		Map<String, Integer> failuresLeft = new HashMap<>(Map.of("left", 3));
		EventPublisher broken = new EventPublisher("test", () -> {
			MockProducer<String, byte[]> producer = new MockProducer<>(true, null, new StringSerializer(),
					new ByteArraySerializer());
			if (failuresLeft.merge("left", -1, Integer::sum) >= 0) {
				producer.commitTransactionException = new IllegalStateException("broker gone");
			}
			return recording(producer, published);
		});
		Outbox outbox = outbox(relay(broken));
		UUID key = Ids.next();
		for (int number = 1; number <= 5; number++) {
			announce(outbox, key, number);
		}
		assertThat(this.metrics.get("outbox.oldest.age").gauge().value()).isGreaterThanOrEqualTo(0);
		this.relays.getFirst().start();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> count("select count(*) from outbox where published_at is null") == 0);
		assertThat(published).endsWith("1", "2", "3", "4", "5");
		assertThat(new HashSet<>(published)).hasSize(5);
	}

	@Test
	void publishesTheOtherLanesWhenOneFails() {
		List<UUID> keys = Stream.generate(Ids::next).limit(60).toList();
		String poisoned = keys.getFirst().toString();
		Outbox outbox = outbox();
		keys.forEach((key) -> announce(outbox, key, 1));
		OutboxRelay relay = relay(new EventPublisher("test", () -> refusing(poisoned)));
		relay.start();
		await().atMost(Duration.ofSeconds(5))
			.until(() -> count("select count(distinct lane) from outbox where published_at is null") == 1);
		assertThat(count("select count(*) from outbox where published_at is null and key = '" + poisoned + "'"))
			.isOne();
	}

	@Test
	void takesOverLanesOfARelayThatStalled() {
		UUID key = Ids.next();
		Outbox outbox = outbox();
		announce(outbox, key, 1);
		EventPublisher stalled = new EventPublisher("test", () -> {
			await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
			throw new IllegalStateException("stalled");
		});
		OutboxRelay frozen = relay(stalled);
		frozen.start();
		await().until(() -> count("select count(*) from pg_locks where locktype = 'advisory' and granted") > 0);
		OutboxRelay other = relay(kafka("other"));
		other.start();
		await().atMost(Duration.ofSeconds(10))
			.until(() -> count("select count(*) from outbox where published_at is null") == 0);
	}

	private Outbox outbox(OutboxRelay... woken) {
		return new Outbox(this.jdbc, this.json, this.clock, () -> List.of(woken).forEach(OutboxRelay::wake));
	}

	private OutboxRelay relay(EventPublisher publisher) {
		OutboxRelay relay = new OutboxRelay(this.jdbc, this.transaction, publisher, PROPERTIES, this.clock,
				this.metrics);
		this.relays.add(relay);
		return relay;
	}

	private static EventPublisher kafka(String instance) {
		return EventPublisher.overKafka("test", instance + Ids.next(),
				Map.of("bootstrap.servers", BROKER.getBrokersAsString()), PROPERTIES.ackTimeout());
	}

	private ConcurrentMessageListenerContainer<String, byte[]> listener(
			java.util.function.Consumer<DisassociationCompleted> handler) {
		ConcurrentMessageListenerContainer<String, byte[]> container = EventListening.container("test-" + Ids.next(),
				inbox(Subscription.to(DisassociationCompleted.class, handler)),
				Map.of("bootstrap.servers", BROKER.getBrokersAsString()));
		container.start();
		return container;
	}

	private static Producer<String, byte[]> refusing(String key) {
		return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {

			@Override
			public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
				if (record.key().equals(key)) {
					throw new IllegalStateException("poisoned");
				}
				return super.send(record);
			}

		};
	}

	/** Notes what a transaction really published. */
	@SuppressWarnings("unchecked")
	private static Producer<String, byte[]> recording(MockProducer<String, byte[]> producer, List<String> published) {
		return (Producer<String, byte[]>) java.lang.reflect.Proxy.newProxyInstance(
				OutboxRelayTests.class.getClassLoader(), new Class<?>[] { Producer.class },
				(proxy, method, arguments) -> {
					Object result = invoke(producer, method, arguments);
					if (method.getName().equals("commitTransaction")) {
						producer.history().forEach((record) -> published.add(epoch(record.value())));
					}
					return result;
				});
	}

	private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (java.lang.reflect.InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static String epoch(byte[] payload) {
		return JSON.readTree(payload).get("epoch").asString();
	}

}
