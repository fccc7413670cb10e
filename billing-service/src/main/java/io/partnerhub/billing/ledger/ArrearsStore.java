package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what customers owe off their accounts; only a flagged account can owe. */
@Component
class ArrearsStore {

	private static final String OWING = """
			from account
			where partner_id = :partner and owner_partner_id = :owner and owner_kind = 'CUSTOMER' and overdrawable
			  and balance_minor < 0
			""";

	private final JdbcClient jdbc;

	ArrearsStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Arrears.Sum sum(Realm realm) {
		return this.jdbc.sql("select coalesce(-sum(balance_minor), 0) as total, count(*) as accounts " + OWING)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> new Arrears.Sum(Money.ofMinor(row.getLong("total")), row.getInt("accounts")))
			.single();
	}

	List<Arrears.Row> page(Realm realm, PageQuery page) {
		return this.jdbc.sql("select id, holder_id, -balance_minor as owed " + OWING + """
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> new Arrears.Row(row.getObject("id", UUID.class),
					row.getObject("holder_id", UUID.class), Money.ofMinor(row.getLong("owed"))))
			.list();
	}

}
