package io.partnerhub.coupon.coupon;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that breaks off in the middle of taking a customer's coupons back. */
@TestComponent
class Crash {

	private final JdbcClient jdbc;

	Crash(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** From so many records on nothing of the customer can be announced. */
	void after(int records) {
		this.jdbc
			.sql("""
					create function crash() returns trigger language plpgsql as $$
					begin
					    if (select count(*) from operation_record where operation_type = 3 and customer_id = new.key) > %d then
					        raise exception 'crash' using errcode = '57P01';
					    end if;
					    return new;
					end $$
					"""
				.formatted(records))
			.update();
		this.jdbc.sql("create trigger crash before insert on outbox for each row execute function crash()").update();
	}

	void recover() {
		this.jdbc.sql("drop function crash() cascade").update();
	}

}
