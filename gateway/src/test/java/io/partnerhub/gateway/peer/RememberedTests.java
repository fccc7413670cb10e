package io.partnerhub.gateway.peer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedTests {

	private final AtomicInteger asked = new AtomicInteger();

	private final Remembered<String, Integer> lengths = new Remembered<>(10, Duration.ofMinutes(1),
			Duration.ofMinutes(1));

	@Test
	void forgetsWhatItIsToldAndKeepsTheRest() {
		get("a");
		get("bb");
		get("");
		this.lengths.forgetAll((length) -> length == 2);
		assertThat(get("a")).contains(1);
		assertThat(get("")).isEmpty();
		assertThat(this.asked).hasValue(3);
		assertThat(get("bb")).contains(2);
		assertThat(this.asked).hasValue(4);
	}

	private Optional<Integer> get(String text) {
		return this.lengths.get(text, (key) -> {
			this.asked.incrementAndGet();
			return key.isEmpty() ? Optional.empty() : Optional.of(key.length());
		});
	}

}
