package io.partnerhub.billing.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a partner's people: whose team they are in and how they log in (ORG-12). */
@Component
class MemberStore {

	private final JdbcClient jdbc;

	MemberStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(MemberChanged member) {
		this.jdbc.sql("""
				insert into known_member (partner_id, owner_partner_id, member_id, supervisor_id, login_name)
				values (:partner, :owner, :member, :supervisor, :login)
				on conflict (partner_id, owner_partner_id, member_id) do update
				set supervisor_id = excluded.supervisor_id, login_name = excluded.login_name
				""")
			.param("partner", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("member", member.memberId())
			.param("supervisor", member.supervisorId())
			.param("login", member.loginName())
			.update();
	}

	/** The logins of those that are known with theirs. */
	Map<UUID, String> logins(Realm realm, Collection<UUID> members) {
		Map<UUID, String> logins = new HashMap<>();
		this.jdbc.sql("""
				select member_id, login_name
				from known_member
				where partner_id = :partner and owner_partner_id = :owner and member_id = any(:members)
				  and login_name is not null
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("members", members.toArray(UUID[]::new))
			.query((row) -> {
				logins.put(row.getObject("member_id", UUID.class), row.getString("login_name"));
			});
		return logins;
	}

	Optional<UUID> find(Realm realm, String login) {
		return this.jdbc.sql("""
				select member_id
				from known_member
				where partner_id = :partner and owner_partner_id = :owner and login_name = :login
				order by member_id
				limit 1
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("login", login)
			.query((row, index) -> row.getObject("member_id", UUID.class))
			.optional();
	}

}
