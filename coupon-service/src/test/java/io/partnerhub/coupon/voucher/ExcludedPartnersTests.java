package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Partners of a type that is excluded issue no vouchers, whichever way they try. */
@Tag("VOU-11")
@TestPropertySource(properties = "partnerhub.coupon.issue.excluded-partner-types=DISTRIBUTOR")
class ExcludedPartnersTests extends CouponScenario {

	private static final String REFUSED = "PARTNER_TYPE_CANNOT_ISSUE";

	private String quota = "";

	@BeforeEach
	void aQuotaAndACustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("100.00");
		this.announced.next();
	}

	@Test
	void issuesNoVoucherAndPreviewsNone() {
		issue(this.quota, "1.00", this.customer).refused(409, REFUSED);
		admin().post("/api/v1/vouchers?dryRun=true", A.issue(this.quota, "1.00", this.customer)).refused(409, REFUSED);
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void issuesNoBatchAndNoFile() {
		Map<String, Object> row = Map.of("customerId", this.customer, "faceValue", A.money("1.00"));
		admin().post("/api/v1/voucher-batches", Map.of("quotaId", this.quota, "rows", List.of(row)))
			.refused(409, REFUSED);
		admin().with("Content-Type", "text/csv")
			.post("/api/v1/voucher-issues?quotaId=" + this.quota, "customerId,faceValue\n" + this.customer + ",1.00\n")
			.refused(409, REFUSED);
		assertThat(balance(this.quota)).isEqualTo("100.00");
	}

	@Test
	void tellsSoInTheVendorsWords() {
		this.client.as(this.partner.key())
			.post("/v2/promotions/benefits/partner-coupons",
					Map.of("quota_id", this.quota, "customer_ids", List.of(this.customer), "face_value", 1))
			.refused(400, "CBC.99000025");
	}

}
