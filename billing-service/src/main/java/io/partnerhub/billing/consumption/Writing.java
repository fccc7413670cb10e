package io.partnerhub.billing.consumption;

/**
 * Writes what of records stands in their rows, whoever turns out to have the customer:
 * done where records are read, so that the database need not wait for it.
 */
final class Writing {

	static final String COLUMNS = """
			reference, cycle, trade_time, charge_mode, bill_type, detail_type, goods, paid_by, service_type, resource_type,
			resource_id, resource_name, region, product, trade_id, sub_account, usage_amount, usage_unit, unit_price, currency,
			official_amount, payable_amount, cash_amount, credit_amount, voucher_amount, cash_coupon_amount,
			stored_card_amount, debt_amount, writeoff_amount, performance_amount""";

	private final CopyLines lines = new CopyLines();

	Written write(Consumed record) {
		this.lines.text(record.reference()).number(record.cycle().code()).time(record.tradeTime());
		this.lines.number(record.chargeMode().code()).number(record.billType().code()).number(record.detailType());
		this.lines.text(record.goods().name()).text(record.partnerPaid() ? "PARTNER" : "CUSTOMER");
		what(record);
		this.lines.decimal(record.usage()).text(record.unit()).decimal(record.unitPrice()).text(record.currency());
		amounts(record);
		return new Written(record, this.lines.take());
	}

	private void what(Consumed record) {
		Consumed.What what = record.what();
		this.lines.text(what.serviceType()).text(what.resourceType()).text(what.resourceId()).text(what.resourceName());
		this.lines.text(what.region()).text(what.product()).text(what.tradeId()).text(record.subAccount());
	}

	private void amounts(Consumed record) {
		Amounts amounts = record.amounts();
		this.lines.decimal(amounts.official()).decimal(amounts.payable()).decimal(amounts.cash());
		this.lines.decimal(amounts.credit()).decimal(amounts.voucher()).decimal(amounts.cashCoupon());
		this.lines.decimal(amounts.storedCard()).decimal(amounts.debt()).decimal(amounts.writeoff());
		this.lines.decimal(record.performance());
	}

}
