package io.partnerhub.customer.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class TellingOfOrdersTests extends CustomerScenario {

	@Autowired
	private NoticeMails mails;

	@Test
	@Tag("ORD-09")
	void writesToTheCustomerWhosePartnerPaid() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.ADVISORY);
		String address = address();
		String mobile = mobile();
		told(customer, address, "+86" + mobile);
		this.hears.event(new OrderPaidOnBehalf(partner.tenant(), partner.id(), customer, "CS1", Ids.next(),
				new Amount("80.00", "CNY"), new Amount("20.00", "CNY"), MovableClock.START));
		Answer letters = this.client.as(Caller.customer("he", customer)).get("/api/v1/my/notices").expect(200);
		assertThat(letters.text("/items/0/kind") + letters.text("/items/0/orderId")).isEqualTo("ORDER_PAIDCS1");
		this.clock.advance(Duration.ofMinutes(10));
		this.mails.send();
		assertThat(mailbox.of(address, 1)).singleElement()
			.extracting(Received::text)
			.asString()
			.contains("合作伙伴已为您支付订单 CS1：100.00 CNY");
		assertThat(mailbox.of(textsOf(mobile), 1)).hasSize(1);
	}

	private void told(UUID customerId, String address, String mobile) {
		this.jdbc.sql("""
				insert into account_facts (account_name, account_id, email, mobile, as_of)
				select lower(account_name), id, :email, :mobile, :now from customer where id = :id
				""")
			.param("email", address)
			.param("mobile", mobile)
			.param("now", Timestamp.from(MovableClock.START))
			.param("id", customerId)
			.update();
	}

}
