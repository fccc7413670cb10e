package io.partnerhub.billing.incentive;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of auto-apply, and whose incentives wait for it. */
@Component
class AutoApplyStore {

	private final JdbcClient jdbc;

	AutoApplyStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<AutoApply> find(Realm realm) {
		return this.jdbc.sql("select enabled, mode, version from incentive_auto_apply where owner_partner_id = :owner")
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> new AutoApply(realm, row.getBoolean("enabled"), Mode.valueOf(row.getString("mode")),
					row.getInt("version")))
			.optional();
	}

	/** False if somebody changed it meanwhile. */
	boolean save(AutoApply wanted) {
		return this.jdbc.sql("""
				insert into incentive_auto_apply (owner_partner_id, partner_id, version, enabled, mode)
				select :owner, :partner, 1, :enabled, :mode
				on conflict (owner_partner_id) do update
				set enabled = excluded.enabled, mode = excluded.mode, version = incentive_auto_apply.version + 1
				where incentive_auto_apply.version = :version
				""")
			.param("owner", wanted.realm().ownerPartnerId())
			.param("partner", wanted.realm().partnerId())
			.param("enabled", wanted.enabled())
			.param("mode", wanted.mode().name())
			.param("version", wanted.version())
			.update() == 1;
	}

	/**
	 * Partners that can be paid and have something open which needs no application, in
	 * the order of their ids.
	 */
	List<Realm> waiting(YearMonth automaticSince, @Nullable Realm after, int limit) {
		return this.jdbc.sql("""
				select i.partner_id, i.owner_partner_id
				from incentive i
				join payout_fact f on f.owner_partner_id = i.owner_partner_id and f.certified
				left join incentive_auto_apply a on a.owner_partner_id = i.owner_partner_id and a.enabled
				where (cast(:after as uuid) is null or i.owner_partner_id > :after)
				  and (i.state = 'PAYING' or i.state = 'TO_CONFIRM' and i.amount_minor < 0)
				  and i.applied_minor + i.void_minor <> i.amount_minor
				  and (i.model = 'RESALE' and i.period >= :since or coalesce(i.mode, a.mode) = a.mode)
				group by i.partner_id, i.owner_partner_id
				having sum(i.amount_minor - i.applied_minor - i.void_minor) > 0
				order by i.owner_partner_id
				limit :limit
				""")
			.param("since", automaticSince.toString())
			.param("after", (after != null) ? after.ownerPartnerId() : null)
			.param("limit", limit)
			.query((row, index) -> new Realm(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class)))
			.list();
	}

}
