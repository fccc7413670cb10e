package io.partnerhub.platform.page;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageQueryTests {

	@Test
	void readsOnAfterTheLastRow() {
		List<UUID> rows = Stream.generate(Ids::next).limit(3).toList();
		Page<UUID> page = Page.of(rows, PageQuery.of("2", null), (id) -> id);
		assertThat(page.items()).isEqualTo(rows.subList(0, 2));
		assertThat(PageQuery.of(null, page.nextCursor()).after()).isEqualTo(rows.get(1));
	}

	@Test
	void endsWithoutCursor() {
		assertThat(Page.of(List.of(Ids.next()), PageQuery.of("1", null), (id) -> id).nextCursor()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "101", "-1", "ten", "99999999999" })
	void refusesLimitsOutsideOneToHundred(String limit) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> PageQuery.of(limit, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "%%%", "AAAA" })
	void refusesCursorsOfOthers(String cursor) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> PageQuery.of(null, cursor));
	}

}
