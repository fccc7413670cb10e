package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.attribution.Holder;
import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.Consumed.ChargeMode;
import io.partnerhub.billing.consumption.Consumed.What;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.performance.Goods;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a batch counts, and what of it does not. */
class SiftedTests {

	private static final Instant AT = Instant.parse("2026-03-01T00:00:00.123456789Z");

	private static final UUID CUSTOMER = Ids.next();

	private static final Holder HOLDER = new Holder(new Realm(Ids.next(), Ids.next()), AssociationType.RESALE, null,
			null);

	@Test
	@Tag("CON-01")
	void postsEachReferenceOnce() {
		Sifted sifted = Sifted.of(List.of(record(1, "b", "1.0"), record(2, "a", "2"), record(3, "b", "1.00")),
				Map.of());
		assertThat(sifted.fresh()).extracting((each) -> each.record().line()).containsExactly(2L, 1L);
		assertThat(sifted.contradicted()).isEmpty();
	}

	@Test
	void knowsARecordAgainThatIsPosted() {
		Attributed record = record(1, "a", "1.50");
		Told stored = new Told(CUSTOMER, 202603, Instant.parse("2026-03-01T00:00:00.123456Z"), 0, "CNY",
				new BigDecimal("1.5"), new BigDecimal("1.500"), new BigDecimal("1.5"));
		Sifted sifted = Sifted.of(List.of(record), Map.of("a", stored));
		assertThat(sifted.fresh()).isEmpty();
		assertThat(sifted.contradicted()).isEmpty();
		assertThat(sifted.refused()).isEmpty();
	}

	@Test
	void reportsWhatIsToldOtherwise() {
		Map<String, Told> earlier = Map.of("a", record(1, "a", "1").told());
		Sifted sifted = Sifted.of(List.of(record(1, "a", "2"), record(2, "b", "3"), record(3, "b", "4")), earlier);
		assertThat(sifted.contradicted()).extracting(Issue::line).containsExactly(1L, 3L);
		assertThat(sifted.contradicted()).extracting(Issue::code).containsOnly("RECORD_CONTRADICTS");
		assertThat(sifted.fresh()).hasSize(1);
	}

	@Test
	@Tag("PER-06")
	void leavesOutWhatIsNobodys() {
		Written record = record(1, "a", "1").written();
		Sifted sifted = Sifted.of(
				List.of(new Attributed(record, CUSTOMER, true, null), new Attributed(record, null, false, null)),
				Map.of());
		assertThat(sifted.refused()).extracting(Issue::code).containsExactly("NOT_ASSOCIATED", "UNKNOWN_SUB_ACCOUNT");
		assertThat(sifted.fresh()).isEmpty();
	}

	private static Attributed record(long line, String reference, String cash) {
		Consumed record = new Consumed(line, reference, null, CUSTOMER, BillCycle.parse("2026-03"), AT,
				ChargeMode.PAY_PER_USE, BillType.CONSUMPTION, 5, Goods.CLOUD, false,
				new What("service", null, null, null, null, null, null), null, null, null, "CNY",
				Amounts.ofCash(new BigDecimal(cash), new BigDecimal(cash)));
		return new Attributed(new Written(record, ""), CUSTOMER, true, HOLDER);
	}

}
