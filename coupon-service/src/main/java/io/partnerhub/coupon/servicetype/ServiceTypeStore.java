package io.partnerhub.coupon.servicetype;

import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of service types; the whole dictionary is small enough to be looked through. */
@Repository
class ServiceTypeStore {

	private static final String NAMED = """
			from (select code, case when :english then name_en else name_zh end as name, abbreviation
			      from service_type) as named
			where :name::text is null or strpos(lower(name), lower(:name)) > 0
			""";

	private final JdbcClient jdbc;

	ServiceTypeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(ServiceTypeChanged type) {
		this.jdbc.sql("""
				insert into service_type (code, name_zh, name_en, abbreviation)
				values (:code, :zh, :en, :abbreviation)
				on conflict (code) do update
				   set name_zh = excluded.name_zh, name_en = excluded.name_en, abbreviation = excluded.abbreviation
				""")
			.param("code", type.code())
			.param("zh", type.nameZh())
			.param("en", type.nameEn())
			.param("abbreviation", type.abbreviation())
			.update();
	}

	int count(boolean english, @Nullable String name) {
		return this.jdbc.sql("select count(*) " + NAMED)
			.param("english", english)
			.param("name", name)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** In the order of their codes. */
	List<ServiceType> list(boolean english, @Nullable String name, int offset, int limit) {
		return this.jdbc.sql("select code, name, abbreviation " + NAMED + "order by code offset :offset limit :limit")
			.param("english", english)
			.param("name", name)
			.param("offset", offset)
			.param("limit", limit)
			.query((row, index) -> new ServiceType(row.getString("code"), row.getString("name"),
					row.getString("abbreviation")))
			.list();
	}

	/** Those that the dictionary lacks; none while it holds nothing at all. */
	List<String> unknown(Set<String> codes) {
		return this.jdbc.sql("""
				select code from unnest(:codes::text[]) as asked (code)
				where not exists (select from service_type t where t.code = asked.code)
				  and exists (select from service_type)
				order by code
				""").param("codes", codes.toArray(String[]::new)).query((row, index) -> row.getString("code")).list();
	}

}
