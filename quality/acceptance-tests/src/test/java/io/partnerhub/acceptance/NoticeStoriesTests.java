package io.partnerhub.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What customers and partners hear of coupons and quotas: a letter at once and a mail.
 */
class NoticeStoriesTests {

	private static final Duration ROUNDS = Duration.ofMinutes(3);

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("VOU-13")
	void aCustomerHearsOfWhatHeReceivesLosesAndIsAboutToLose() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("11.00");
		awaitMail(relation.email(), "您收到一张代金券：11.00 CNY");
		relation.partner()
			.post("/api/v1/vouchers/" + relation.voucherId() + "/reclamation", Map.of("remark", "for the record"))
			.expect(200);
		relation.partner()
			.post("/api/v1/vouchers",
					Map.of("quotaId", relation.quotaId(), "customerIds", List.of(relation.customerId()), "faceValue",
							Relation.money("7.00"), "expiresAt", Instant.now().plus(Duration.ofDays(3))))
			.expect(201);
		awaitMail(relation.email(), "1 张代金券已被收回，合计 11.00 CNY");
		awaitMail(relation.email(), "1 张代金券即将过期，剩余 7.00 CNY");
		assertThat(text(relation.email())).doesNotContain("for the record");
		assertThat(relation.customer()
			.with("Accept-Language", "en")
			.get("/api/v1/my/notices?limit=100")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((letter) -> letter.get("kind").asString()))
			.contains("COUPON_RECEIVED", "COUPONS_RECLAIMED", "COUPONS_EXPIRING");
	}

	@Test
	@Tag("NOT-02")
	@Tag("VOU-13")
	void aSubsidyPartnerAndItsCustomersHear() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		Relation relation = new Relation(this.hub).begin("ADVISORY");
		subsidy.list(relation.login()).expect(200);
		String quota = subsidy.quota("60.00", false, Duration.ofDays(5));
		subsidy.coupon(quota, "20.00", subsidy.id(relation.login()));
		awaitMail(relation.email(), "您收到一张现金券：20.00 CNY");
		awaitMail(subsidy.email(), "已获得现金券额度：60.00 CNY");
		awaitMail(subsidy.email(), "现金券额度即将过期，剩余 ");
		awaitMail(relation.email(), "1 张现金券即将过期，剩余 20.00 CNY");
		assertThat(subsidy.admin().get("/api/v1/notices").expect(200).json().at("/items").size()).isEqualTo(2);
	}

	private void awaitMail(String address, String line) {
		await().atMost(ROUNDS).untilAsserted(() -> assertThat(text(address)).as("mails to " + address).contains(line));
	}

	/** All that came by mail. */
	private String text(String address) {
		StringBuilder all = new StringBuilder();
		this.hub.mails(address).forEach((mail) -> all.append(mail.get("text").asString()));
		return all.toString();
	}

}
