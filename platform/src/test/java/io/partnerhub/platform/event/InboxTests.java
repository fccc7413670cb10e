package io.partnerhub.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InboxTests extends MessagingTestBase {

	private final List<Integer> handled = new ArrayList<>();

	private final UUID key = Ids.next();

	private boolean partnerKnown = true;

	private boolean failing;

	private @Nullable RuntimeException failure;

	private long offset;

	private final Inbox inbox = inbox(Subscription.to(DisassociationCompleted.class, this::handle));

	@Test
	@Tag("I-38")
	void handlesAnEventOnceHoweverOftenItArrives() {
		Message message = message(event(this.key, 1), Ids.next());
		this.inbox.receive(message);
		this.inbox.receive(message);
		assertThat(this.handled).containsExactly(1);
	}

	@Test
	@Tag("I-38")
	void hearsAgainWhatFailedOnTheWay() {
		Message message = message(event(this.key, 1), Ids.next());
		this.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> this.inbox.receive(message));
		assertThat(count("select count(*) from inbox")).isZero();
		this.failing = false;
		this.inbox.receive(message);
		assertThat(this.handled).containsExactly(1);
	}

	@Test
	@Tag("I-37")
	void putsAsideWhatCanNeverBeHandledAndWhatFollowsIt() {
		this.partnerKnown = false;
		receive(1);
		this.partnerKnown = true;
		receive(2);
		assertThat(this.handled).isEmpty();
		UUID other = Ids.next();
		this.inbox.receive(message(event(other, 7), Ids.next()));
		assertThat(this.handled).containsExactly(7);
		assertThat(new DeadLetterStore(this.jdbc, this.json, this.clock).waiting(10))
			.extracting(DeadLetterStore.Summary::cause)
			.containsExactly("unknown partner", "follows an earlier dead letter of its key");
	}

	@Test
	@Tag("I-37")
	void replaysInOrderOnceTheCauseIsGone() {
		this.partnerKnown = false;
		receive(1);
		receive(2);
		receive(3);
		assertThat(this.inbox.replay()).isEqualTo(new Inbox.Replay(0, 3));
		this.partnerKnown = true;
		assertThat(this.inbox.replay()).isEqualTo(new Inbox.Replay(3, 0));
		assertThat(this.handled).containsExactly(1, 2, 3);
		receive(4);
		assertThat(this.handled).containsExactly(1, 2, 3, 4);
	}

	@Test
	void putsAsideWhatItCannotRead() {
		this.inbox.receive(new Message(Topics.CUSTOMER, 0, ++this.offset, this.key.toString(), headers(Ids.next()),
				"{\"epoch\":\"many\"}".getBytes(StandardCharsets.UTF_8)));
		assertThat(this.handled).isEmpty();
		assertThat(count("select count(*) from dead_letter where cause like 'unparseable%' and partner_id is not null"))
			.isOne();
	}

	@Test
	void putsAsideWhatSaysNothing() {
		this.inbox.receive(message("null", headers(Ids.next())));
		assertThat(causes()).containsExactly("empty payload");
	}

	@Test
	void putsAsideWhatLacksWhatItMustHave() {
		for (RuntimeException senseless : List.of(new NullPointerException("customerId"),
				new IllegalArgumentException("epoch"), new DataIntegrityViolationException("not null"))) {
			this.failure = senseless;
			this.inbox.receive(message(event(Ids.next(), 1), Ids.next()));
		}
		assertThat(causes()).hasSize(3).allSatisfy((cause) -> assertThat(cause).startsWith("senseless: "));
		assertThat(count("select count(*) from inbox")).isZero();
	}

	@Test
	void repeatsWhatWasOnlyUnlucky() {
		Message message = message(event(this.key, 1), Ids.next());
		for (RuntimeException unlucky : List.of(new DuplicateKeyException("two at once"),
				new CannotAcquireLockException("deadlock"), new DataAccessResourceFailureException("gone"))) {
			this.failure = unlucky;
			assertThatExceptionOfType(unlucky.getClass()).isThrownBy(() -> this.inbox.receive(message));
		}
		this.failure = null;
		this.inbox.receive(message);
		assertThat(this.handled).containsExactly(1);
		assertThat(causes()).isEmpty();
	}

	@Test
	void putsAsideWhatDoesNotSayWhatItIs() {
		this.inbox.receive(message("{}", Map.of()));
		this.inbox.receive(message("{}", Map.of("ce_type", " ")));
		assertThat(causes()).containsExactly("no ce_type", "follows an earlier dead letter of its key");
	}

	@Test
	void leavesAloneWhatNobodySubscribedTo() {
		this.inbox.receive(message("{}", Map.of("ce_type", "quota.granted.v1")));
		this.inbox.receive(message("{}", Map.of("ce_type", "customer.renamed.v7")));
		assertThat(causes()).isEmpty();
	}

	@Test
	void keepsRecordsThatPostgresCouldNot() {
		ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.CUSTOMER, 0, 1, "a\0b", null);
		record.headers().add("ce_partnerid", null).add("ce_source", "\0".getBytes(StandardCharsets.UTF_8));
		this.inbox.receive(Message.of(record));
		assertThat(causes()).containsExactly("no ce_type");
	}

	@Test
	void readsEventsOfNewerVersionsWithMoreFields() {
		String newer = this.json.writeValueAsString(event(this.key, 1)).replaceFirst("\\{", "{\"news\":true,");
		this.inbox.receive(new Message(Topics.CUSTOMER, 0, ++this.offset, this.key.toString(), headers(Ids.next()),
				newer.getBytes(StandardCharsets.UTF_8)));
		assertThat(this.handled).containsExactly(1);
	}

	private void handle(DisassociationCompleted event) {
		if (this.failing) {
			throw new IllegalStateException("database busy");
		}
		if (this.failure != null) {
			throw this.failure;
		}
		if (!this.partnerKnown) {
			throw new Unhandleable("unknown partner");
		}
		this.handled.add(event.epoch());
	}

	private void receive(int number) {
		this.inbox.receive(message(event(this.key, number), Ids.next()));
	}

	private List<String> causes() {
		return new DeadLetterStore(this.jdbc, this.json, this.clock).waiting(10)
			.stream()
			.map(DeadLetterStore.Summary::cause)
			.toList();
	}

	private Message message(String payload, Map<String, String> headers) {
		return new Message(Topics.CUSTOMER, 0, ++this.offset, this.key.toString(), headers,
				payload.getBytes(StandardCharsets.UTF_8));
	}

	private Message message(DisassociationCompleted event, UUID id) {
		return new Message(Topics.CUSTOMER, 0, ++this.offset, event.key().toString(), headers(id),
				this.json.writeValueAsBytes(event));
	}

	private Map<String, String> headers(UUID id) {
		return Map.of("ce_type", "customer.disassociation-completed.v1", "ce_id", id.toString(), "ce_partnerid",
				this.key.toString());
	}

}
