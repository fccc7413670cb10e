package io.partnerhub.customer.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The searchable rows follow the links, and indexes find them. */
class ListingsTests extends CustomerScenario {

	@Autowired
	private Listings listings;

	@Test
	void listsACustomerAsLongAsHeIsLinked() {
		Partner partner = partner();
		UUID id = customerOf(partner, AssociationType.RESALE);
		assertThat(this.listings.find(Sight.all(partner.id()), id)).isPresent();
		String request = this.client.as(partner.admin())
			.post("/api/v1/disassociations",
					Map.of("customerId", id, "reason", "The customer moves on.", "understood", true))
			.expect(201)
			.text("/id");
		this.client.as(Caller.customer("li", id))
			.post("/api/v1/disassociations/" + request + "/consent", Map.of())
			.expect(200);
		assertThat(this.listings.find(Sight.all(partner.id()), id)).isEmpty();
		assertThat(stray()).isZero();
	}

	/** News and the end of a link at the same moment leave no row behind. */
	@Test
	void keepsUpWithWhatHappensAtOnce() throws Exception {
		Partner partner = partner();
		for (int round = 0; round < 5; round++) {
			UUID id = customerOf(partner, AssociationType.RESALE);
			String account = this.client.as(partner.admin()).get("/api/v1/customers/" + id).text("/accountName");
			String request = this.client.as(partner.admin())
				.post("/api/v1/disassociations",
						Map.of("customerId", id, "reason", "The customer moves on.", "understood", true))
				.expect(201)
				.text("/id");
			List<Answer> answers = atOnce(List.of(
					() -> this.client.as(Caller.customer("li", id))
						.post("/api/v1/disassociations/" + request + "/consent", Map.of()),
					() -> tell(account, "V1"), () -> tell(account, "V2")));
			assertThat(answers).allSatisfy((answer) -> answer.expect(200));
			assertThat(this.listings.find(Sight.all(partner.id()), id)).isEmpty();
		}
		assertThat(stray()).isZero();
	}

	@Test
	@Tag("X-10")
	void findsThreeChineseCharactersByTheIndex() {
		UUID owner = Ids.next();
		fill(owner, 5_000);
		for (String text : List.of("岭四二", "a-4", "42.")) {
			assertThat(plan(owner, text)).as(text).contains("listing_infix");
			assertThat(count(owner, text)).as(text).isOne();
		}
	}

	private long count(UUID owner, String text) {
		ListingFilter filter = new ListingFilter().with(Criterion.NAME_INFIX, text);
		return this.listings.slice(Sight.all(owner), filter, Offset.of(0, 10)).count();
	}

	private Answer tell(String account, String level) {
		return this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts",
					List.of(Map.of("accountName", account, "asOf", "2026-03-01T00:00:00Z", "customerLevel", level))));
	}

	private int stray() {
		return this.jdbc.sql("""
				select count(*) from customer_listing l
				where not exists (select from present_customer p where p.customer_id = l.customer_id)
				""").query(Integer.class).single();
	}

	private void fill(UUID owner, int count) {
		this.jdbc.sql("""
				insert into customer (id, account_name, customer_name, created_at)
				select gen_random_uuid(), 'listed-' || :owner || i,
				       case when i = 42 then '云岭四二科技 A-42.' else '北京第' || i || '公司' end,
				       timestamptz '2026-01-01'
				from generate_series(1, :count) i
				""").param("owner", owner.toString()).param("count", count).update();
		this.jdbc.sql("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         associated_at)
				select gen_random_uuid(), :owner, :owner, id, 1, 'RESALE', created_at
				from customer where account_name like 'listed-' || :owner::text || '%'
				""").param("owner", owner).update();
		this.jdbc.sql("insert into customer_listing select * from present_customer where owner_partner_id = :owner")
			.param("owner", owner)
			.update();
		this.jdbc.sql("analyze customer_listing").update();
	}

	private String plan(UUID owner, String text) {
		return String.join("\n",
				this.jdbc.sql("""
						explain select * from customer_listing l
						where l.owner_partner_id = :owner and
						""" + Criterion.NAME_INFIX.condition(text))
					.param("owner", owner)
					.param("name_infix", text)
					.query(String.class)
					.list());
	}

}
