package io.partnerhub.platform.page;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the database plans the statements of a list that can be asked for in many ways: by
 * a number that one row has, or by a state that most have.
 */
public final class Plans {

	private Plans() {
	}

	/**
	 * From here to the end of the transaction each statement is planned for the values it
	 * is given, not once for any: that plan would be the same for what is common and what
	 * is rare. Planning costs less than a millisecond.
	 */
	public static void forTheValues(JdbcClient jdbc) {
		jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query((_) -> {
		});
	}

}
