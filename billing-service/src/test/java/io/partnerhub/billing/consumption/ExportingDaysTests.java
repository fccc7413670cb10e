package io.partnerhub.billing.consumption;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Daily files of consumption for who subscribed. */
@BillingTest
class ExportingDaysTests {

	private final HubClient client;

	private final Given given;

	private final ConsumptionExports exports;

	private final MovableClock clock;

	ExportingDaysTests(HubClient client, Given given, ConsumptionExports exports, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.exports = exports;
		this.clock = clock;
	}

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	@Tag("CON-07")
	void writesWhatWasRecordedOnADayOnce() {
		Partner partner = this.given.distributor();
		this.client.as(partner.admin()).put("/api/v1/consumption-subscription", Map.of()).expect(204);
		String id = Ids.next().toString();
		new Feed(this.client)
			.tells(Feed.record(id, this.given.resaleCustomer(partner), MovableClock.START, "0.00000763817504"));
		run(Instant.parse("2026-03-01T15:59:59Z"));
		assertThat(this.client.as(partner.admin()).get("/api/v1/consumption-exports").text("/items/0/day")).isEmpty();
		run(Instant.parse("2026-03-01T16:00:00Z"));
		run(Instant.parse("2026-03-01T16:00:10Z"));
		HubClient.As admin = this.client.as(partner.admin());
		HubClient.Answer files = admin.get("/api/v1/consumption-exports").expect(200);
		assertThat(files.json().at("/items")).hasSize(1);
		assertThat(files.text("/items/0/day") + " " + files.text("/items/0/records")).isEqualTo("2026-03-01 1");
		String file = "/api/v1/consumption-exports/" + files.text("/items/0/id") + "/file";
		assertThat(new String(admin.download(file), StandardCharsets.UTF_8)).contains(id).contains("0.00000763817504");
		this.client.as(this.given.distributor().admin()).get(file).refused(404, "NOT_FOUND");
		run(Instant.parse("2026-03-01T16:00:00Z").plus(Duration.ofDays(32)));
		HubClient.As later = this.client.as(partner.admin());
		later.get(file).refused(409, "CONSUMPTION_EXPORT_EXPIRED");
		later.delete("/api/v1/consumption-subscription").expect(204);
	}

	private void run(Instant now) {
		this.clock.set(now);
		this.exports.drain();
	}

}
