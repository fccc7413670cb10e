package io.partnerhub.platform;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ids begin with the time, grow within a millisecond, and are read back only when they
 * have the shape of one.
 */
class IdsTests {

	@Test
	void growWithinAMillisecond() {
		List<String> ids = Stream.generate(Ids::next).limit(20_000).map(UUID::toString).toList();
		assertThat(ids).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void areOfVersionSevenAndBeginWithTheTime() {
		long before = System.currentTimeMillis();
		UUID id = Ids.next();
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
	}

	@Test
	void areReadOnlyInTheirShape() {
		UUID id = Ids.next();
		assertThat(Ids.parse(id.toString())).contains(id);
		assertThat(Ids.parse("1-1-1-1-1")).isEmpty();
	}

}
