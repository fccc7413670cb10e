package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.caller.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("NOT-02")
class TellingBothSidesTests extends RelationScenario {

	@Autowired
	private UnansweredRequests unanswered;

	private Partner partner;

	private UUID customer;

	private Caller he;

	private String partners;

	private String his;

	@BeforeEach
	void associate() {
		this.unanswered.sweep();
		this.partner = partner();
		this.partners = writesTo(this.partner);
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.his = writesTo(this.customer);
		this.he = self(this.customer);
	}

	@Test
	@Tag("DIS-02")
	void ofTheRequestAndOfTheConsent() {
		String id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		for (String address : List.of(this.partners, this.his)) {
			assertThat(mailbox.of(address, 1)).singleElement()
				.satisfies((mail) -> assertThat(mail.subject()).startsWith("客户关联关系变更申请"))
				.satisfies((mail) -> assertThat(mail.text()).contains(this.partner.name(), "解除关联", "No business",
						"2026-03-31 08:00"));
		}
		consent(this.he, ENDS, id).expect(200);
		assertThat(last(this.partners, 2).text()).contains("已同意");
		assertThat(last(this.his, 2).text()).contains("已同意");
	}

	@Test
	@Tag("DIS-02")
	@Tag("DIS-08")
	void ofARefusalAndOfAWithdrawal() {
		String id = start(this.he, SWITCHES, this.customer).expect(201).text("/id");
		this.client.as(this.partner.admin())
			.post(SWITCHES + "/" + id + "/refusal", Map.of("reason", "Please\r\nstay."))
			.expect(200);
		assertThat(last(this.his, 2).text()).contains("已拒绝", "Please  stay.", "代售 → 顾问销售");
		mailbox.of(this.partners, 2);
		this.clock.set(Instant.parse("2026-06-02T00:00:00Z"));
		id = start(this.he, ENDS, this.customer).expect(201).text("/id");
		this.client.as(this.he).post(ENDS + "/" + id + "/withdrawal", "").expect(200);
		assertThat(mailbox.of(this.partners, 4)).anySatisfy((mail) -> assertThat(mail.text()).contains("已撤回"));
	}

	@Test
	@Tag("DIS-07")
	void ofARequestNobodyAnswered() {
		start(this.partner.admin(), ENDS, this.customer).expect(201);
		mailbox.of(this.partners, 1);
		mailbox.of(this.his, 1);
		this.clock.set(Instant.parse("2026-03-31T08:00:00Z"));
		this.unanswered.sweep();
		assertThat(mailbox.of(this.partners, 2)).anySatisfy((mail) -> assertThat(mail.text()).contains("逾期未处理"));
		assertThat(mailbox.of(this.his, 2)).anySatisfy((mail) -> assertThat(mail.text()).contains("逾期未处理"));
	}

	@Test
	@Tag("DIS-14")
	void ofATransferAllItConcerns() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		Partner target = resellerOf(distributor);
		List<String> told = List.of(writesTo(distributor), writesTo(reseller), writesTo(target));
		String token = invite(reseller.admin(), AssociationType.RESALE);
		UUID moved = UUID.fromString(accept(somebody(), token).expect(201).text("/customerId"));
		String id = move(distributor.admin(), moved, target.id()).expect(201).text("/id");
		consent(self(moved), TRANSFERS, id).expect(200);
		assertThat(last(told.get(0), 2).text()).contains("云经销商转移", target.name(), "已同意");
		assertThat(last(told.get(1), 3).text()).contains("已同意");
		assertThat(mailbox.of(told.get(2), 1)).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("已同意"));
	}

	@Test
	@Tag("DIS-09")
	void ofWhatWasSettledAndWhatStays() {
		String id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		consent(this.he, ENDS, id).expect(200);
		this.clock.advance(java.time.Duration.ofMinutes(5));
		this.hears.event(reclaimed(this.partner, this.customer, 1));
		this.hears.event(returned(this.partner, this.customer, 1, "20.00"));
		assertThat(mailbox.of(this.his, 2)).hasSize(2);
		this.hears.event(closed(this.partner, this.customer, 1));
		for (String address : List.of(this.partners, this.his)) {
			Received mail = mailbox.of(address, 3)
				.stream()
				.filter((each) -> each.subject().startsWith("客户关联关系变更已完成"))
				.findFirst()
				.orElseThrow();
			assertThat(mail.text()).contains(this.partner.name(), "解除关联", "2026-03-01 08:05", "收回代金券数量：3",
					"收回代金券金额：100.00 CNY", "退回伙伴的余额：500.00 CNY", "关闭商机数量：2", "客户自有现金余额：20.00 CNY",
					"2026-03-01 08:00 – 2026-03-01 08:00", "此后退订的订单");
		}
	}

	@Test
	@Tag("NOT-04")
	void andGoesOnWithoutAnAddress() {
		this.jdbc.sql("update customer set email = null where id = :id").param("id", this.customer).update();
		allow(this.partner, null, List.of(AssociationType.RESALE));
		String id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		consent(this.he, ENDS, id).expect(200);
		assertThat(mailbox.received(this.partners)).isEmpty();
	}

	private static Received last(String address, int count) {
		List<Received> mails = mailbox.of(address, count);
		assertThat(mails).hasSize(count);
		return mails.stream().filter((mail) -> mail.text().contains("处理结果")).findFirst().orElseThrow();
	}

}
