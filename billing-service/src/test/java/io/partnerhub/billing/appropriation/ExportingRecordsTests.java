package io.partnerhub.billing.appropriation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@Tag("ADJ-09")
@TestPropertySource(properties = "partnerhub.adjust-exports.records-per-part=2")
class ExportingRecordsTests {

	private static final String EXPORTS = "/api/v1/appropriation-exports";

	private static final String YEAR = "2026-01-01T00:00:00Z";

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	private final AdjustExports exports;

	ExportingRecordsTests(HubClient client, Given given, MovableClock clock, AdjustExports exports) {
		this.client = client;
		this.given = given;
		this.clock = clock;
		this.exports = exports;
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void writesAllRecordsPartByPart() {
		Partner partner = this.given.distributorWith("100.00");
		for (int i = 1; i <= 3; i++) {
			this.given.customerWith(partner, i + ".00");
		}
		String id = begin(partner, "en", "2027-01-01T00:00:00Z").expect(202).text("/id");
		this.client.as(partner.admin()).get(EXPORTS + "/" + id + "/file").refused(409, "EXPORT_NOT_READY");
		this.exports.writeNext();
		assertThat(show(partner, id).text("/records")).isEqualTo("2");
		assertThat(show(partner, id).text("/total")).isEqualTo("3");
		this.exports.writeNext();
		assertThat(show(partner, id).text("/state")).isEqualTo("DONE");
		String[] lines = this.client.as(partner.admin())
			.get(EXPORTS + "/" + id + "/file")
			.expect(200)
			.response()
			.body()
			.split("\r\n");
		assertThat(lines).hasSize(4);
		assertThat(lines[0]).startsWith("\uFEFFTime (UTC),Operation");
		assertThat(lines[1]).contains("2026-03-01T08:00:00Z,Appropriation,Cash,Customer,", "华***,3.00,CNY");
	}

	@Test
	@Tag("X-04")
	void keepsTheFileForThreeDays() {
		Partner partner = this.given.distributorWith("100.00");
		String id = begin(partner, "zh", "2027-01-01T00:00:00Z").text("/id");
		this.exports.writeNext();
		assertThat(this.client.as(partner.admin()).get(EXPORTS + "/" + id + "/file").expect(200).response().body())
			.contains("操作类型");
		this.clock.advance(Duration.ofDays(3));
		this.client.as(partner.admin()).get(EXPORTS + "/" + id + "/file").refused(409, "EXPORT_EXPIRED");
		this.exports.expire();
		assertThat(show(partner, id).text("/state")).isEqualTo("EXPIRED");
		assertThat(this.client.as(partner.admin()).get(EXPORTS).expect(200).json().at("/items")).hasSize(1);
	}

	@Test
	@Tag("X-05")
	void exportsTwelveMonthsAtMost() {
		Partner partner = this.given.distributor();
		begin(partner, "en", "2027-01-01T00:00:00.001Z").refused(400, "EXPORT_RANGE_TOO_LONG");
		begin(partner, "en", YEAR).refused(400, "INVALID_REQUEST");
		for (int i = 0; i < 5; i++) {
			begin(partner, "en", "2026-12-31T00:00:00Z").expect(202);
		}
		begin(partner, "en", "2026-12-31T00:00:00Z").refused(409, "TOO_MANY_EXPORTS");
		for (int i = 0; i < 5; i++) {
			this.exports.writeNext();
		}
	}

	@Test
	void showsNobodyElsesExports() {
		Partner partner = this.given.distributor();
		String id = begin(partner, "en", "2027-01-01T00:00:00Z").text("/id");
		this.exports.writeNext();
		Partner other = this.given.distributor();
		this.client.as(other.admin()).get(EXPORTS + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(other.admin()).get(EXPORTS + "/" + id + "/file").refused(404, "NOT_FOUND");
		this.client.as(partner.accountManager()).get(EXPORTS).refused(403, "ACCESS_DENIED");
		this.client.as(partner.admin())
			.post(EXPORTS, Map.of("from", YEAR, "to", "2026-12-31T00:00:00Z", "indirectPartnerId", Ids.next()))
			.refused(404, "NOT_FOUND");
	}

	private Answer begin(Partner partner, String language, String to) {
		return this.client.as(partner.financeOperator())
			.with("Accept-Language", language)
			.post(EXPORTS, Map.of("from", YEAR, "to", to));
	}

	private Answer show(Partner partner, String id) {
		return this.client.as(partner.admin()).get(EXPORTS + "/" + UUID.fromString(id)).expect(200);
	}

}
