package io.partnerhub.billing.incentive;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What pay-outs take of incentives, give back or settle. Incentives are locked in the
 * order of their ids, so that no two transactions wait in a circle.
 */
@Component
class PayoutShareStore {

	private final JdbcClient jdbc;

	PayoutShareStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The chosen ones of the partner, and all that it has to set off. */
	List<Incentive> lockWithNegatives(Realm realm, List<UUID> chosen) {
		return lock(realm, "(id = any(:ids) or amount_minor < 0)", chosen, "");
	}

	/** What is open, the oldest first. */
	List<Incentive> lockOpen(Realm realm, int limit) {
		return lock(realm, "applied_minor + void_minor <> amount_minor", List.of(), "limit " + limit);
	}

	/** Takes the shares; the mode of their incentives is chosen with that. */
	void take(PayoutRequest request, List<PayoutShare> shares) {
		this.jdbc.sql("""
				insert into incentive_payout_line (payout_id, incentive_id, partner_id, owner_partner_id, amount_minor)
				select :payout, s.incentive, :partner, :owner, s.amount
				from unnest(:incentives::uuid[], :amounts::bigint[]) as s (incentive, amount)
				""")
			.param("payout", request.id())
			.param("partner", request.realm().partnerId())
			.param("owner", request.realm().ownerPartnerId())
			.param("incentives", shares.stream().map((share) -> share.incentive().id()).toArray(UUID[]::new))
			.param("amounts", shares.stream().map((share) -> share.amount().minor()).toArray(Long[]::new))
			.update();
		change("applied_minor = i.applied_minor + l.amount_minor, state = 'PAYING', mode = coalesce(i.mode, :mode)",
				request.id(), request.mode());
	}

	/** It is paid: an incentive of which nothing is open any more is, too. */
	void settle(UUID payout) {
		change("""
				paid_minor = i.paid_minor + l.amount_minor,
				state = case when i.paid_minor + l.amount_minor + i.void_minor = i.amount_minor then 'PAID' else i.state end
				""",
				payout, null);
	}

	/** It is rejected: its shares can be applied for again. */
	void giveBack(UUID payout) {
		change("applied_minor = i.applied_minor - l.amount_minor", payout, null);
	}

	List<Share> of(UUID payout) {
		return this.jdbc.sql("""
				select l.incentive_id, i.number, i.period, l.amount_minor
				from incentive_payout_line l
				join incentive i on i.id = l.incentive_id
				where l.payout_id = :payout
				order by l.incentive_id
				""")
			.param("payout", payout)
			.query((row, index) -> new Share(row.getObject("incentive_id", UUID.class), row.getString("number"),
					row.getString("period"), Money.ofMinor(row.getLong("amount_minor"))))
			.list();
	}

	private List<Incentive> lock(Realm realm, String which, List<UUID> chosen, String limit) {
		return this.jdbc.sql("""
				select *
				from incentive
				where owner_partner_id = :owner and partner_id = :partner
				  and (state in ('TO_CONFIRM', 'PAYING') or id = any(:ids)) and\s""" + which + """

				order by id
				""" + limit + " for no key update")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.param("ids", chosen.toArray(UUID[]::new))
			.query((row, index) -> IncentiveStore.incentive(row))
			.list();
	}

	private void change(String what, UUID payout, @Nullable Mode mode) {
		this.jdbc.sql("""
				select id
				from incentive
				where id in (select incentive_id from incentive_payout_line where payout_id = :payout)
				order by id
				for no key update
				""").param("payout", payout).query((row, index) -> row.getObject("id", UUID.class)).list();
		this.jdbc.sql("update incentive i set version = i.version + 1, " + what + """

				from incentive_payout_line l
				where l.payout_id = :payout and i.id = l.incentive_id
				""").param("payout", payout).param("mode", Objects.toString(mode, null)).update();
	}

	/** What a pay-out took of one incentive, as it is kept. */
	record Share(UUID incentiveId, String number, String period, Money amount) {
	}

}
