package io.partnerhub.program.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.Role;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of members. */
@Component
class MemberStore {

	private static final String COLUMNS = """
			id, partner_id, owner_partner_id, login_name, display_name, roles, supervisor_id, active, issuer, subject, email,
			mobile, version
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MemberStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** False if the login name or the login is taken. */
	boolean insert(Member member, String by) {
		return this.jdbc
			.sql("""
					insert into member (id, partner_id, owner_partner_id, login_name, display_name, roles, supervisor_id, active,
					                    issuer, subject, email, mobile, version, created_at, created_by)
					values (:id, :tenant, :owner, :loginName, :displayName, :roles, :supervisor, :active,
					        :issuer, :subject, :email, :mobile, :version, :now, :by)
					on conflict do nothing
					""")
			.param("id", member.id())
			.param("tenant", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("loginName", member.loginName())
			.param("displayName", member.displayName())
			.param("roles", names(member.roles()))
			.param("supervisor", member.supervisorId())
			.param("active", member.active())
			.param("issuer", member.issuer())
			.param("subject", member.subject())
			.param("email", member.email())
			.param("mobile", member.mobile())
			.param("version", member.version())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

	boolean knowsLoginName(Member member) {
		return this.jdbc.sql("""
				select count(*) from member
				where partner_id = :tenant and owner_partner_id = :owner and lower(login_name) = lower(:loginName)
				""")
			.param("tenant", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("loginName", member.loginName())
			.query((row, index) -> row.getInt(1) > 0)
			.single();
	}

	int count(UUID tenant, UUID owner) {
		return this.jdbc
			.sql("select count(*) from member where partner_id = :tenant and owner_partner_id = :owner and active")
			.param("tenant", tenant)
			.param("owner", owner)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	Optional<Member> find(UUID tenant, UUID owner, UUID id) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from member where partner_id = :tenant and owner_partner_id = :owner and id = :id")
			.param("tenant", tenant)
			.param("owner", owner)
			.param("id", id)
			.query((row, index) -> member(row))
			.optional();
	}

	Optional<Member> findActive(String issuer, String subject) {
		return this.jdbc
			.sql("select " + COLUMNS + " from member where issuer = :issuer and subject = :subject and active")
			.param("issuer", issuer)
			.param("subject", subject)
			.query((row, index) -> member(row))
			.optional();
	}

	List<Member> list(UUID tenant, UUID owner, PageQuery query) {
		return this.jdbc.sql("select " + COLUMNS + """
				from member
				where partner_id = :tenant and owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("tenant", tenant)
			.param("owner", owner)
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query((row, index) -> member(row))
			.list();
	}

	Set<UUID> administrators(UUID tenant, UUID owner) {
		return administrators(tenant, owner, "");
	}

	/** In the order of ids, so that two changes never wait for each other. */
	Set<UUID> lockAdministrators(UUID tenant, UUID owner) {
		return administrators(tenant, owner, " for update");
	}

	/** Leaves the account managers of a supervisor without one (ORG-06). */
	List<Member> releaseTeam(Member supervisor) {
		return this.jdbc.sql("""
				update member
				set supervisor_id = null, version = version + 1
				where partner_id = :tenant and owner_partner_id = :owner and supervisor_id = :supervisor
				returning\s""" + COLUMNS)
			.param("tenant", supervisor.partnerId())
			.param("owner", supervisor.ownerPartnerId())
			.param("supervisor", supervisor.id())
			.query((row, index) -> member(row))
			.list();
	}

	void update(Member member) {
		this.jdbc.sql("""
				update member
				set display_name = :displayName, roles = :roles, supervisor_id = :supervisor, active = :active,
				    email = :email, mobile = :mobile, version = :version
				where partner_id = :tenant and owner_partner_id = :owner and id = :id
				""")
			.param("displayName", member.displayName())
			.param("roles", names(member.roles()))
			.param("supervisor", member.supervisorId())
			.param("active", member.active())
			.param("email", member.email())
			.param("mobile", member.mobile())
			.param("version", member.version())
			.param("tenant", member.partnerId())
			.param("owner", member.ownerPartnerId())
			.param("id", member.id())
			.update();
	}

	private Set<UUID> administrators(UUID tenant, UUID owner, String lock) {
		return Set.copyOf(this.jdbc.sql("""
				select id from member
				where partner_id = :tenant and owner_partner_id = :owner and active and 'SYSTEM_ADMIN' = any (roles)
				order by id
				""" + lock)
			.param("tenant", tenant)
			.param("owner", owner)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list());
	}

	private static String[] names(Set<Role> roles) {
		return roles.stream().map(Role::name).toArray(String[]::new);
	}

	private static Member member(ResultSet row) throws SQLException {
		return new Member(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getString("login_name"),
				row.getString("display_name"), roles((String[]) row.getArray("roles").getArray()),
				row.getObject("supervisor_id", UUID.class), row.getBoolean("active"), row.getString("issuer"),
				row.getString("subject"), row.getString("email"), row.getString("mobile"), row.getLong("version"));
	}

	private static Set<Role> roles(String[] names) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (String name : names) {
			roles.add(Role.valueOf(name));
		}
		return Collections.unmodifiableSet(roles);
	}

}
