package io.partnerhub.customer.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.customer.Customers;
import io.partnerhub.customer.customer.NewCustomer;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Other services hear of every account the vendor tells of, whether or not it has a
 * partner.
 */
class AnnouncingAccountsTests extends CustomerScenario {

	private final String account = "acme-" + Ids.next();

	@Autowired
	private Customers customers;

	@Autowired
	private Facts facts;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void nothingAnnouncedYet() {
		this.facts.announceSome();
		this.announced.next();
	}

	@Test
	@Tag("CSH-15")
	void announcesTheSigningEntityOnceWhenItChanges() {
		tell("2026-02-21T00:00:00Z", Map.of("signingEntity", "HWC-CN", "realName", "Acme"));
		tell("2026-02-22T00:00:00Z", Map.of("signingEntity", "HWC-CN", "customerLevel", "V3"));
		tell("2026-02-23T00:00:00Z", Map.of("signingEntity", "HWC-HK"));
		assertThat(news()).extracting(AccountFactsChanged::signingEntity).containsExactly("HWC-CN", "HWC-HK");
	}

	@Test
	@Tag("CSH-15")
	void keepsTheIdOfAnAccountThatBecomesACustomer() {
		tell("2026-02-21T00:00:00Z", Map.of("signingEntity", "HWC-CN"));
		UUID id = news().getFirst().customerId();
		assertThat(create(this.account.toUpperCase(Locale.ROOT)).id()).isEqualTo(id);
	}

	@Test
	@Tag("CSH-15")
	void takesTheIdOfACustomerItKnows() {
		UUID id = create(this.account).id();
		tell("2026-02-21T00:00:00Z", Map.of("signingEntity", "HWC-CN"));
		assertThat(news()).extracting(AccountFactsChanged::customerId).containsExactly(id);
	}

	@Test
	@Tag("CSH-03")
	void tellsTheMasterOfAMemberUntilHeIsNone() {
		tell("2026-02-21T00:00:00Z", Map.of("masterAccountName", "Acme-Group"));
		tell("2026-02-22T00:00:00Z", Map.of("flags", Map.of("ENTERPRISE_MEMBER", false)));
		assertThat(news()).extracting(AccountFactsChanged::masterAccountName).containsExactly("acme-group", null);
	}

	@Test
	void announcesWhatWasKnownBeforeLittleByLittle() {
		tell("2026-02-21T00:00:00Z", Map.of("signingEntity", "HWC-CN"));
		this.jdbc.sql("update account_facts set announced = null where account_name = :name")
			.param("name", this.account)
			.update();
		this.announced.next();
		this.facts.announceSome();
		this.facts.announceSome();
		assertThat(news()).extracting(AccountFactsChanged::accountName).containsExactly(this.account);
	}

	private Customer create(String name) {
		return this.transaction.execute(
				(status) -> this.customers.create(NewCustomer.ofPlatform(name, null, Ids.next().toString(), "platform"))
					.orElseThrow());
	}

	private List<AccountFactsChanged> news() {
		return this.announced.next(AccountFactsChanged.class);
	}

	private void tell(String asOf, Map<String, Object> more) {
		Map<String, Object> news = new HashMap<>(more);
		news.put("accountName", this.account);
		news.put("asOf", asOf);
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news)))
			.expect(200);
	}

}
