package io.partnerhub.program.servicetype;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of service types. */
@Repository
class ServiceTypeStore {

	private final JdbcClient jdbc;

	ServiceTypeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Changes of the dictionary come one at a time, so that its size can be counted. */
	void oneAtATime() {
		this.jdbc.sql("lock table service_type in share row exclusive mode").update();
	}

	Optional<ServiceType> find(String code) {
		return this.jdbc.sql("select id, code, name_zh, name_en, abbreviation from service_type where code = :code")
			.param("code", code)
			.query((row, index) -> serviceType(row))
			.optional();
	}

	long count() {
		return this.jdbc.sql("select count(*) from service_type").query((row, index) -> row.getLong(1)).single();
	}

	void save(ServiceType type) {
		this.jdbc.sql("""
				insert into service_type (id, code, name_zh, name_en, abbreviation)
				values (:id, :code, :zh, :en, :abbreviation)
				on conflict (code) do update
				   set name_zh = excluded.name_zh, name_en = excluded.name_en, abbreviation = excluded.abbreviation
				""")
			.param("id", type.id())
			.param("code", type.code())
			.param("zh", type.nameZh())
			.param("en", type.nameEn())
			.param("abbreviation", type.abbreviation())
			.update();
	}

	/** The whole dictionary is small enough to be looked through. */
	List<ServiceType> list(@Nullable String name, PageQuery query) {
		return this.jdbc.sql("""
				select id, code, name_zh, name_en, abbreviation
				from service_type
				where (:after::uuid is null or id < :after)
				  and (:name::text is null or strpos(lower(name_zh), lower(:name)) > 0
				       or strpos(lower(name_en), lower(:name)) > 0 or strpos(lower(abbreviation), lower(:name)) > 0)
				order by id desc
				limit :fetch
				""")
			.param("after", query.after())
			.param("name", name)
			.param("fetch", query.fetch())
			.query((row, index) -> serviceType(row))
			.list();
	}

	private static ServiceType serviceType(ResultSet row) throws SQLException {
		return new ServiceType(row.getObject("id", UUID.class), row.getString("code"), row.getString("name_zh"),
				row.getString("name_en"), row.getString("abbreviation"));
	}

}
