package io.partnerhub.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.Topics;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InboxTests extends MessagingTestBase {

	private final List<Integer> handled = new ArrayList<>();

	private final UUID key = Ids.next();

	private boolean partnerKnown = true;

	private boolean failing;

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
		if (!this.partnerKnown) {
			throw new Unhandleable("unknown partner");
		}
		this.handled.add(event.epoch());
	}

	private void receive(int number) {
		this.inbox.receive(message(event(this.key, number), Ids.next()));
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
