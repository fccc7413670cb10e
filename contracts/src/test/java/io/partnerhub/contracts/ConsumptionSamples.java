package io.partnerhub.contracts;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.ConsumptionEvent.BillIssued;
import io.partnerhub.contracts.ConsumptionEvent.BillOverdue;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.contracts.ConsumptionEvent.PerformanceSheetClosed;

/** The story of {@link Samples} goes on: Acme consumes, and the month is settled. */
final class ConsumptionSamples {

	private static final UUID BATCH = id(31);

	private static final UUID SHEET = id(32);

	private static final UUID BILL = id(33);

	private ConsumptionSamples() {
	}

	static List<Event> of(UUID partner) {
		return List.of(
				new ConsumptionPosted(partner, partner, BATCH, "2026-03", 1000, yuan("1234.56"), yuan("1200.00")),
				new PerformanceSheetClosed(partner, partner, SHEET, "2026-03", yuan("1200.00")),
				new BillIssued(partner, partner, BILL, "2026-03", yuan("980.00"), "2026-04-20"),
				new BillOverdue(partner, partner, BILL, "2026-03", yuan("980.00")));
	}

	private static Amount yuan(String amount) {
		return new Amount(amount, "CNY");
	}

	private static UUID id(int number) {
		return UUID.fromString("019c9000-0000-7000-8000-%012d".formatted(number));
	}

}
