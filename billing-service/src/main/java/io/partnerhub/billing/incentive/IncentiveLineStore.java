package io.partnerhub.billing.incentive;

import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

import io.partnerhub.billing.incentive.IncentiveLine.Kind;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the lines behind incentives. */
@Component
class IncentiveLineStore {

	private final JdbcClient jdbc;

	IncentiveLineStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void replace(UUID incentive, List<IncentiveLine> lines) {
		this.jdbc.sql("delete from incentive_line where incentive_id = :id").param("id", incentive).update();
		this.jdbc.sql("""
				insert into incentive_line (incentive_id, position, kind, service_type, consumed_minor, incentive_minor,
				                            price_difference_minor)
				select :id, l.position, l.kind, l.service, l.consumed, l.incentive, l.difference
				from unnest(:kinds::text[], :services::text[], :consumed::bigint[], :incentives::bigint[],
				            :differences::bigint[])
				     with ordinality as l (kind, service, consumed, incentive, difference, position)
				""")
			.param("id", incentive)
			.param("kinds", lines.stream().map((line) -> line.kind().name()).toArray(String[]::new))
			.param("services", lines.stream().map(IncentiveLine::serviceType).toArray(String[]::new))
			.param("consumed", minors(lines, (line) -> line.consumed().minor()))
			.param("incentives", minors(lines, (line) -> line.incentive().minor()))
			.param("differences", minors(lines, (line) -> line.priceDifference().minor()))
			.update();
	}

	List<IncentiveLine> of(UUID incentive) {
		return this.jdbc.sql("""
				select position, kind, service_type, consumed_minor, incentive_minor, price_difference_minor
				from incentive_line
				where incentive_id = :id
				order by position
				""")
			.param("id", incentive)
			.query((row, index) -> new IncentiveLine(row.getInt("position"), Kind.valueOf(row.getString("kind")),
					row.getString("service_type"), Money.ofMinor(row.getLong("consumed_minor")),
					Money.ofMinor(row.getLong("incentive_minor")),
					Money.ofMinor(row.getLong("price_difference_minor"))))
			.list();
	}

	private static Long[] minors(List<IncentiveLine> lines, ToLongFunction<IncentiveLine> minor) {
		return lines.stream().map(minor::applyAsLong).toArray(Long[]::new);
	}

}
