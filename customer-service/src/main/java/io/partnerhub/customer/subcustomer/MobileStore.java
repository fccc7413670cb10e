package io.partnerhub.customer.subcustomer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the accounts of a mobile number, which has so many and no more (INV-12). */
@Repository
class MobileStore {

	private final JdbcClient jdbc;

	MobileStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Until the transaction ends no other account gets this mobile number. */
	void lockMobile(String mobile) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:mobile, 11)) is null")
			.param("mobile", mobile)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** How many accounts have the mobile number, counted no further than the limit. */
	int accountsOf(String mobile, int limit) {
		return this.jdbc.sql("select count(*) from (select from customer where mobile = :mobile limit :limit) accounts")
			.param("mobile", mobile)
			.param("limit", limit)
			.query((row, index) -> row.getInt(1))
			.single();
	}

}
