package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.relation.FrequencyRules.Start;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Tag("DIS-03")
class FrequencyRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	@Test
	void givesTheFirstSlotToTheFirstStart() {
		assertThat(FrequencyRules.freeSlot(Side.PARTNER, List.of(), 1, NOW)).isEqualTo(1);
	}

	@Test
	void refusesWhileTheSlotIsBlockedAndNamesItsEnd() {
		List<Start> earlier = List.of(new Start(Side.PARTNER, 1, NOW.plusSeconds(1)));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> FrequencyRules.freeSlot(Side.PARTNER, earlier, 1, NOW))
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("nextAllowedAt", NOW.plusSeconds(1)));
		assertThat(FrequencyRules.freeSlot(Side.PARTNER, earlier, 1, NOW.plusSeconds(1))).isEqualTo(1);
	}

	@Test
	void allowsAsManyAsThereAreSlots() {
		List<Start> earlier = List.of(new Start(Side.PARTNER, 1, NOW.plusSeconds(9)),
				new Start(Side.PARTNER, 3, NOW.plusSeconds(5)));
		assertThat(FrequencyRules.freeSlot(Side.PARTNER, earlier, 3, NOW)).isEqualTo(2);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> FrequencyRules.freeSlot(Side.PARTNER,
					List.of(new Start(Side.PARTNER, 2, NOW.plusSeconds(7)), earlier.get(0), earlier.get(1)), 3, NOW))
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("nextAllowedAt", NOW.plusSeconds(5)));
	}

	@Test
	@Tag("DIS-04")
	void letsThePartnerWaitForTheWindowOfHisCustomersRequest() {
		List<Start> his = List.of(new Start(Side.CUSTOMER, 1, NOW.plusSeconds(1)));
		assertThat(nextTurn(Side.PARTNER, his)).isEqualTo(NOW.plusSeconds(1));
		assertThat(FrequencyRules.freeSlot(Side.PARTNER, his, 1, NOW.plusSeconds(1))).isEqualTo(1);
	}

	@Test
	@Tag("DIS-04")
	void letsTheCustomerAskAfterThePartner() {
		List<Start> partners = List.of(new Start(Side.PARTNER, 1, NOW.plusSeconds(9)));
		assertThat(FrequencyRules.freeSlot(Side.CUSTOMER, partners, 1, NOW)).isEqualTo(1);
	}

	@Test
	@Tag("DIS-04")
	void namesTheMomentWhenBothReasonsAreOver() {
		Start own = new Start(Side.PARTNER, 1, NOW.plusSeconds(9));
		assertThat(nextTurn(Side.PARTNER, List.of(own, new Start(Side.CUSTOMER, 1, NOW.plusSeconds(5)))))
			.isEqualTo(NOW.plusSeconds(9));
		assertThat(nextTurn(Side.PARTNER, List.of(own, new Start(Side.CUSTOMER, 1, NOW.plusSeconds(11)))))
			.isEqualTo(NOW.plusSeconds(11));
	}

	@Test
	void countsMonthsOfTheCalendar() {
		RelationSettings settings = new RelationSettings(1, Period.ofMonths(3), Duration.ofDays(30),
				Duration.ofMinutes(15));
		assertThat(settings.windowAfter(NOW)).isEqualTo("2026-06-01T08:00:00Z");
		assertThat(settings.windowAfter(Instant.parse("2025-11-30T00:00:00Z"))).isEqualTo("2026-02-28T00:00:00Z");
	}

	private static Object nextTurn(Side side, List<Start> earlier) {
		return catchThrowableOfType(Problem.class, () -> FrequencyRules.freeSlot(side, earlier, 1, NOW)).facts()
			.get("nextAllowedAt");
	}

}
