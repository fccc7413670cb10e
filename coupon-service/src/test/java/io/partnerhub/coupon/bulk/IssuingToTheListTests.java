package io.partnerhub.coupon.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.cashcoupon.SubsidyScenario;
import io.partnerhub.coupon.operation.Working;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Many vouchers of a government-subsidy partner, for customers on its white-list. */
@Tag("VOU-08")
class IssuingToTheListTests extends SubsidyScenario {

	@Autowired
	private ApplicationContext service;

	private String quota = "";

	private UUID listed = Ids.next();

	private UUID member = Ids.next();

	private UUID orphan = Ids.next();

	private UUID master = Ids.next();

	@BeforeEach
	void aListWithAMember() {
		this.quota = quota(this.partner, CouponType.VOUCHER, "100.00", false);
		this.listed = account(null, null);
		this.master = account(null, null);
		this.member = account(null, name(this.master));
		this.orphan = account(null, "nobody-" + Ids.next());
		list(this.listed, this.member, this.orphan).expect(200);
		this.announced.next();
	}

	@Test
	@Tag("X-12")
	void decidesEachRowOfABatch() {
		Answer answer = admin()
			.post("/api/v1/voucher-batches",
					batch(row(this.listed, "60.00"), row(this.member, "30.00"), row(this.orphan, "1.00"),
							row(this.master, "1.00"), row(this.listed, "11.00")))
			.expect(200);
		assertThat(answer.json().at("/rows").valueStream().map((row) -> row.at("/code").asString(""))).containsExactly(
				"", "", "MASTER_ACCOUNT_UNKNOWN", "CUSTOMER_NOT_IN_WHITELIST", "QUOTA_BALANCE_INSUFFICIENT");
		assertThat(this.announced.next(VoucherIssued.class)).extracting(VoucherIssued::customerId)
			.containsExactly(this.listed, this.master);
		assertThat(available(this.quota)).isEqualTo("10.00");
	}

	@Test
	void tellsInADryRunWhatWouldHappen() {
		Answer answer = admin()
			.post("/api/v1/vouchers?dryRun=true", A.issue(this.quota, "10.00", this.member, this.master))
			.expect(200);
		assertThat(answer.text("/wouldIssue")).isEqualTo("false");
		assertThat(answer.text("/customers/1/code")).isEqualTo("CUSTOMER_NOT_IN_WHITELIST");
		assertThat(available(this.quota)).isEqualTo("100.00");
	}

	@Test
	@Tag("CSH-03")
	void issuesAFile() {
		String id = admin().with("Content-Type", "text/csv")
			.post("/api/v1/voucher-issues?quotaId=" + this.quota,
					"customerId,faceValue\n%s,60.00\n%s,30.00\n%s,1.00\n".formatted(this.listed, this.member,
							this.master))
			.expect(202)
			.text("/id");
		Working.untilDone(this.service);
		Answer operation = admin().get("/api/v1/coupon-operations/" + id).expect(200);
		assertThat(operation.text("/succeeded")).isEqualTo("2");
		assertThat(operation.text("/outcomes/CUSTOMER_NOT_IN_WHITELIST")).isEqualTo("1");
		assertThat(available(this.quota)).isEqualTo("10.00");
	}

	@Test
	@Tag("VOU-05")
	void countsWhatTheMasterHas() {
		String once = limitedQuota("100.00", Map.of("couponsPerCustomer", 1));
		Answer answer = admin()
			.post("/api/v1/voucher-batches",
					Map.of("quotaId", once, "rows", List.of(row(this.member, "1.00"), row(this.member, "1.00"))))
			.expect(200);
		assertThat(answer.text("/rows/1/code")).isEqualTo("COUPONS_PER_CUSTOMER_REACHED");
	}

	private Map<String, Object> batch(Object... rows) {
		return Map.of("quotaId", this.quota, "rows", List.of(rows));
	}

	private static Map<String, Object> row(UUID customer, String face) {
		return Map.of("customerId", customer, "faceValue", A.money(face));
	}

}
