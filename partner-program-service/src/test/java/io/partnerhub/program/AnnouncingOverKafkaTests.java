package io.partnerhub.program;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.testkit.TestDatabase;
import io.partnerhub.platform.testkit.TestKeys;
import io.partnerhub.platform.testkit.TestKeysets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The service as it runs: with its broker, announcing and listening to nobody. */
class AnnouncingOverKafkaTests {

	@Test
	void bringsARegisteredPartnerToTheTopic() {
		EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 12, Topics.PROGRAM).brokerProperties(
				Map.of("transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1"));
		broker.afterPropertiesSet();
		try (ConfigurableApplicationContext service = start(broker);
				Consumer<String, String> events = consumer(broker)) {
			broker.consumeFromAnEmbeddedTopic(events, Topics.PROGRAM);
			register(service);
			ConsumerRecords<String, String> records = KafkaTestUtils.getRecords(events, Duration.ofSeconds(60), 3);
			assertThat(records).extracting((record) -> header(record, "ce_type"))
				.containsExactly("partner.registered.v1", "partner.settings-changed.v1", "member.changed.v1");
		}
		finally {
			broker.destroy();
		}
	}

	private static ConfigurableApplicationContext start(EmbeddedKafkaBroker broker) {
		return new SpringApplicationBuilder(PartnerProgramService.class)
			.properties("spring.config.name=partner-program-service")
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.datasource.url=" + TestDatabase.create(),
					"--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
					"--partnerhub.tokens.private-key=" + TestKeys.privateKey("partner-program-service"),
					"--partnerhub.tokens.trusted-keys=" + TestKeys.trustedKeys(),
					"--partnerhub.credentials.key=" + TestKeysets.location());
	}

	private static Consumer<String, String> consumer(EmbeddedKafkaBroker broker) {
		Map<String, Object> settings = KafkaTestUtils.consumerProps(broker, "reader", true);
		return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer())
			.createConsumer();
	}

	private static void register(ConfigurableApplicationContext service) {
		String token = TestKeys.token(A.VENDOR, "partner-program-service", Clock.systemUTC());
		RestClient.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
			.post()
			.uri("/api/v1/vendor/partners")
			.headers((headers) -> headers.setBearerAuth(token))
			.body(A.company(PartnerType.DISTRIBUTOR))
			.retrieve()
			.toBodilessEntity();
	}

	private static String header(ConsumerRecord<String, String> record, String name) {
		return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
