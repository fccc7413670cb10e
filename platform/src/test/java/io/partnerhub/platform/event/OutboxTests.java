package io.partnerhub.platform.event;

import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Tag("I-36")
class OutboxTests extends MessagingTestBase {

	private final Outbox outbox = new Outbox(this.jdbc, new JsonMapper(), this.clock, () -> {
	});

	private final UUID key = Ids.next();

	private final UUID other = Ids.next();

	@Test
	@Tag("I-37")
	void keepsTheOrderOfEachKeyAmongManyFacts() {
		announce(this.outbox, this.key, 1);
		this.transaction.executeWithoutResult((status) -> this.outbox
			.announceAll(List.of(fact(this.key, 2), fact(this.other, 1), fact(this.key, 3), fact(this.other, 2))));
		announce(this.outbox, this.other, 3);
		assertThat(numbers(this.key)).containsExactly(1, 2, 3);
		assertThat(numbers(this.other)).containsExactly(1, 2, 3);
		assertThat(count("select count(*) from outbox where trace_id = 'trace'")).isEqualTo(4);
	}

	@Test
	void announcesNothingOutsideATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> this.outbox.announceAll(List.of(fact(this.key, 1))));
	}

	private static Outbox.Fact fact(UUID key, int number) {
		return new Outbox.Fact(event(key, number), "trace");
	}

	/** By position; they are gapless if they are those of the sequence. */
	private List<Integer> numbers(UUID key) {
		return this.jdbc.sql("""
				select (payload::json ->> 'epoch')::int
				from outbox
				where key = :key and sequence = (payload::json ->> 'epoch')::int
				order by position
				""").param("key", key).query(Integer.class).list();
	}

}
