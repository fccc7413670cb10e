package io.partnerhub.billing.servicetype;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of service types. */
@Component
class ServiceNameStore {

	private final JdbcClient jdbc;

	ServiceNameStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(ServiceTypeChanged type) {
		this.jdbc.sql("""
				insert into service_type (code, name_zh, name_en)
				values (:code, :zh, :en)
				on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
				""").param("code", type.code()).param("zh", type.nameZh()).param("en", type.nameEn()).update();
	}

	Map<String, String> find(Set<String> codes, boolean english) {
		Map<String, String> names = new HashMap<>();
		this.jdbc.sql("""
				select code, case when :english then name_en else name_zh end as name
				from service_type where code = any(:codes)
				""").param("english", english).param("codes", codes.toArray(String[]::new)).query((row) -> {
			names.put(row.getString("code"), row.getString("name"));
		});
		return names;
	}

}
