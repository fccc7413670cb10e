package io.partnerhub.billing.appropriation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.billing.ledger.Realm;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the adjustments of a day; the lock of the partner's account keeps them true. */
@Component
class AdjustDayStore {

	private final JdbcClient jdbc;

	AdjustDayStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<UUID, Integer> counts(Collection<UUID> owners, LocalDate day) {
		Map<UUID, Integer> counts = new HashMap<>();
		this.jdbc.sql(
				"select owner_partner_id, adjusts from adjust_day where owner_partner_id = any(:owners) and day = :day")
			.param("owners", owners.toArray(UUID[]::new))
			.param("day", day)
			.query((RowCallbackHandler) (row) -> counts.put(row.getObject("owner_partner_id", UUID.class),
					row.getInt("adjusts")));
		return counts;
	}

	void add(Map<Realm, Integer> added, LocalDate day) {
		List<Realm> realms = List.copyOf(added.keySet());
		this.jdbc.sql("""
				insert into adjust_day as d (owner_partner_id, day, partner_id, adjusts)
				select owner, :day, partner, adjusts
				from unnest(:owners::uuid[], :partners::uuid[], :counts::int[]) as a (owner, partner, adjusts)
				order by owner
				on conflict (owner_partner_id, day) do update set adjusts = d.adjusts + excluded.adjusts
				""")
			.param("day", day)
			.param("owners", ids(realms, Realm::ownerPartnerId))
			.param("partners", ids(realms, Realm::partnerId))
			.param("counts", realms.stream().map(added::get).toArray(Integer[]::new))
			.update();
	}

	private static UUID[] ids(List<Realm> realms, Function<Realm, UUID> id) {
		return realms.stream().map(id).toArray(UUID[]::new);
	}

}
