package io.partnerhub.opportunity.opportunity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.opportunity.customer.EndedLink;
import io.partnerhub.opportunity.customer.KnownCustomer;
import io.partnerhub.opportunity.opportunity.Opportunities.Filter;
import io.partnerhub.opportunity.opportunity.Opportunity.Revenue;
import io.partnerhub.opportunity.opportunity.Opportunity.Stage;
import io.partnerhub.opportunity.opportunity.Opportunity.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opportunities in PostgreSQL; who sees which is decided in the query (OPP-11). */
@Repository
class OpportunityStore {

	private static final RowMapper<Opportunity> OPPORTUNITY = (row, index) -> {
		Timestamp closedAt = row.getTimestamp("closed_at");
		return new Opportunity(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getInt("epoch"), row.getObject("account_manager_id", UUID.class), row.getString("created_by"),
				row.getString("name"), row.getString("description"),
				List.of((String[]) row.getArray("cloud_services").getArray()),
				row.getObject("expected_sign_date", LocalDate.class),
				new Revenue(Money.ofMinor(row.getLong("expected_revenue_minor")),
						Money.ofMinor(row.getLong("first_year_revenue_minor")),
						Money.ofMinor(row.getLong("monthly_revenue_minor")),
						row.getObject("launch_date", LocalDate.class)),
				Stage.valueOf(row.getString("stage")), State.valueOf(row.getString("state")),
				row.getString("close_reason"), (closedAt != null) ? closedAt.toInstant() : null,
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("last_updated_at").toInstant(),
				row.getLong("version"));
	};

	private final JdbcClient jdbc;

	OpportunityStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Opportunity opportunity) {
		this.jdbc.sql("""
				insert into opportunity (id, partner_id, owner_partner_id, customer_id, epoch, account_manager_id,
				       created_by, name, normalised_name, description, cloud_services, expected_sign_date, currency,
				       expected_revenue_minor, first_year_revenue_minor, monthly_revenue_minor, launch_date,
				       stage, state, created_at, last_updated_at, version)
				values (:id, :partner, :owner, :customer, :epoch, :manager,
				       :createdBy, :name, :normalisedName, :description, :services, :signDate, :currency,
				       :expected, :firstYear, :monthly, :launchDate,
				       :stage, :state, :now, :now, :version)
				""")
			.param("id", opportunity.id())
			.param("partner", opportunity.partnerId())
			.param("owner", opportunity.ownerPartnerId())
			.param("customer", opportunity.customerId())
			.param("epoch", opportunity.epoch())
			.param("manager", opportunity.accountManagerId())
			.param("createdBy", opportunity.createdBy())
			.param("name", opportunity.name())
			.param("normalisedName", RegistrationRules.normalised(opportunity.name()))
			.param("description", opportunity.description())
			.param("services", opportunity.cloudServices().toArray(String[]::new))
			.param("signDate", opportunity.expectedSignDate())
			.param("currency", opportunity.revenue().expected().currency().getCurrencyCode())
			.param("expected", opportunity.revenue().expected().minor())
			.param("firstYear", opportunity.revenue().firstYear().minor())
			.param("monthly", opportunity.revenue().monthly().minor())
			.param("launchDate", opportunity.revenue().launchDate())
			.param("stage", opportunity.stage().name())
			.param("state", opportunity.state().name())
			.param("now", Timestamp.from(opportunity.createdAt()))
			.param("version", opportunity.version())
			.update();
	}

	int countOpen(KnownCustomer customer) {
		return this.jdbc.sql("""
				select count(*)
				from opportunity
				where partner_id = :partner and owner_partner_id = :owner and customer_id = :customer and state = 'OPEN'
				""")
			.param("partner", customer.partnerId())
			.param("owner", customer.ownerPartnerId())
			.param("customer", customer.customerId())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	Optional<UUID> findOpenTwin(KnownCustomer customer, String normalisedName) {
		return this.jdbc.sql("""
				select id
				from opportunity
				where partner_id = :partner and owner_partner_id = :owner and customer_id = :customer
				  and state = 'OPEN' and normalised_name = :name
				order by id
				limit 1
				""")
			.param("partner", customer.partnerId())
			.param("owner", customer.ownerPartnerId())
			.param("customer", customer.customerId())
			.param("name", normalisedName)
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	List<Opportunity> list(Caller caller, Filter filter, PageQuery query) {
		return this.jdbc.sql("select * from opportunity where " + visible(caller) + """
				  and (cast(:name as text) is null or normalised_name like :name)
				  and (cast(:customer as uuid) is null or customer_id = :customer)
				  and (cast(:state as text) is null or state = :state)
				  and (cast(:stage as text) is null or stage = :stage)
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", caller.tenant())
			.param("owner", caller.owner())
			.param("member", caller.memberId())
			.param("name", pattern(filter.name()))
			.param("customer", filter.customerId())
			.param("state", name(filter.state()))
			.param("stage", name(filter.stage()))
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query(OPPORTUNITY)
			.list();
	}

	Optional<Opportunity> find(Caller caller, UUID id) {
		return this.jdbc.sql("select * from opportunity where id = :id and " + visible(caller))
			.param("id", id)
			.param("partner", caller.tenant())
			.param("owner", caller.owner())
			.param("member", caller.memberId())
			.query(OPPORTUNITY)
			.optional();
	}

	Optional<Opportunity> lock(UUID partnerId, UUID ownerPartnerId, UUID id) {
		return this.jdbc.sql("""
				select *
				from opportunity
				where partner_id = :partner and owner_partner_id = :owner and id = :id
				for no key update
				""")
			.param("partner", partnerId)
			.param("owner", ownerPartnerId)
			.param("id", id)
			.query(OPPORTUNITY)
			.optional();
	}

	Opportunity close(Opportunity opportunity, String reason, Instant now) {
		return this.jdbc.sql("""
				update opportunity
				   set state = 'CLOSED', close_reason = :reason, closed_at = :now, last_updated_at = :now,
				       version = version + 1
				 where partner_id = :partner and id = :id
				returning *
				""")
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.param("partner", opportunity.partnerId())
			.param("id", opportunity.id())
			.query(OPPORTUNITY)
			.single();
	}

	List<UUID> closeAll(EndedLink link, String reason, Instant now) {
		return this.jdbc.sql("""
				update opportunity
				   set state = 'CLOSED', close_reason = :reason, closed_at = :now, last_updated_at = :now,
				       version = version + 1
				 where partner_id = :partner and owner_partner_id = :owner and customer_id = :customer
				   and epoch <= :epoch and state = 'OPEN'
				returning id
				""")
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** Nobody changed what it says, so its version stays. */
	void carryOver(CustomerModelSwitched event) {
		this.jdbc.sql("""
				update opportunity
				   set epoch = :epoch
				 where partner_id = :partner and owner_partner_id = :owner and customer_id = :customer
				   and epoch = :ended and state = 'OPEN'
				""")
			.param("epoch", event.epoch())
			.param("partner", event.partnerId())
			.param("owner", event.ownerPartnerId())
			.param("customer", event.customerId())
			.param("ended", event.endedEpoch())
			.update();
	}

	/**
	 * An account manager sees his own, a supervisor those of the team and those of nobody
	 * (OPP-14), everybody else all of the partner.
	 */
	private static String visible(Caller caller) {
		String partner = "partner_id = :partner and owner_partner_id = :owner\n";
		return partner + switch (caller.scope()) {
			case ALL -> "";
			case OWN -> "and account_manager_id = :member\n";
			case TEAM -> """
					and (account_manager_id is null or account_manager_id in (
					    select member_id
					    from known_member
					    where partner_id = :partner and owner_partner_id = :owner and supervisor_id = :member))
					""";
		};
	}

	/** Prefix, and from 3 characters on infix. */
	private static @Nullable String pattern(@Nullable String name) {
		if (name == null) {
			return null;
		}
		String text = RegistrationRules.normalised(name).replaceAll("([\\\\%_])", "\\\\$1");
		return ((text.length() >= 3) ? "%" : "") + text + "%";
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

}
