package io.partnerhub.customer.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of resources; older news never overwrites newer. */
@Repository
class ResourceStore {

	private final JdbcClient jdbc;

	ResourceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes them in one order, so that two feeds never wait for each other. Answers
	 * which were no older than what was known.
	 */
	List<String> save(List<CustomerResource> news) {
		return this.jdbc
			.sql("""
					insert into customer_resource as r (
					    id, resource_id, customer_id, charging_mode, state, service_type_code, resource_type_code,
					    region_code, resource_name, specification, order_id, effective_at, expires_at, as_of)
					select * from unnest(:ids::uuid[], :resources::text[], :customers::uuid[], :modes::text[], :states::text[],
					                     :services::text[], :types::text[], :regions::text[], :names::text[],
					                     :specifications::text[], :orders::text[], :effective::timestamptz[],
					                     :expires::timestamptz[], :asOf::timestamptz[])
					         as n (id, resource_id, customer_id, charging_mode, state, service_type_code, resource_type_code,
					               region_code, resource_name, specification, order_id, effective_at, expires_at, as_of)
					order by n.resource_id
					on conflict (resource_id) do update
					set customer_id = excluded.customer_id, charging_mode = excluded.charging_mode, state = excluded.state,
					    service_type_code = excluded.service_type_code, resource_type_code = excluded.resource_type_code,
					    region_code = excluded.region_code, resource_name = excluded.resource_name,
					    specification = excluded.specification, order_id = excluded.order_id,
					    effective_at = excluded.effective_at, expires_at = excluded.expires_at, as_of = excluded.as_of
					where r.as_of <= excluded.as_of
					returning resource_id
					""")
			.params(columns(news))
			.query((row, index) -> row.getString("resource_id"))
			.list();
	}

	/** What a customer whom the caller sees has, last heard of first. */
	List<CustomerResource> page(Sight sight, UUID customerId, ResourceFilter filter, PageQuery page) {
		Conditions conditions = filter.conditions().and("r.id < :after", "after", page.after());
		return this.jdbc.sql("""
				select r.*
				from customer_resource r
				join customer_listing l on l.customer_id = r.customer_id
				where r.customer_id = :customer and
				""" + sight.on("l") + "  and " + conditions.text() + """
				order by r.id desc
				limit :fetch
				""")
			.param("customer", customerId)
			.params(sight.parameters())
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query(ResourceStore::resource)
			.list();
	}

	private static Map<String, Object> columns(List<CustomerResource> news) {
		Map<String, Object> columns = new HashMap<>();
		columns.put("ids", news.stream().map(CustomerResource::id).toArray(UUID[]::new));
		columns.put("customers", news.stream().map(CustomerResource::customerId).toArray(UUID[]::new));
		columns.put("resources", texts(news, CustomerResource::resourceId));
		columns.put("modes", texts(news, (each) -> each.chargingMode().name()));
		columns.put("states", texts(news, (each) -> each.state().name()));
		columns.put("services", texts(news, CustomerResource::serviceTypeCode));
		columns.put("types", texts(news, CustomerResource::resourceTypeCode));
		columns.put("regions", texts(news, CustomerResource::regionCode));
		columns.put("names", texts(news, CustomerResource::resourceName));
		columns.put("specifications", texts(news, CustomerResource::specification));
		columns.put("orders", texts(news, CustomerResource::orderId));
		columns.put("effective", times(news, CustomerResource::effectiveAt));
		columns.put("expires", times(news, CustomerResource::expiresAt));
		columns.put("asOf", times(news, CustomerResource::asOf));
		return columns;
	}

	private static String[] texts(List<CustomerResource> news, Function<CustomerResource, @Nullable String> value) {
		return news.stream().map(value).toArray(String[]::new);
	}

	private static Timestamp[] times(List<CustomerResource> news, Function<CustomerResource, @Nullable Instant> value) {
		return news.stream()
			.map(value)
			.map((time) -> (time != null) ? Timestamp.from(time) : null)
			.toArray(Timestamp[]::new);
	}

	private static CustomerResource resource(ResultSet row, int index) throws SQLException {
		Timestamp expires = row.getTimestamp("expires_at");
		return new CustomerResource(row.getObject("id", UUID.class), row.getString("resource_id"),
				row.getObject("customer_id", UUID.class), ChargingMode.valueOf(row.getString("charging_mode")),
				CustomerResource.State.valueOf(row.getString("state")), row.getString("service_type_code"),
				row.getString("resource_type_code"), row.getString("region_code"), row.getString("resource_name"),
				row.getString("specification"), row.getString("order_id"), row.getTimestamp("effective_at").toInstant(),
				(expires != null) ? expires.toInstant() : null, row.getTimestamp("as_of").toInstant());
	}

}
