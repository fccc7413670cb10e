package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.List;

import io.partnerhub.billing.spreadsheet.Spreadsheet;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;

/** Order lines as lines of a file, in Chinese or English, names anonymised. */
record LineSheet(boolean chinese) {

	private static final List<String> ENGLISH = List.of("Order", "Line", "Sub-order", "Customer id", "Customer",
			"Order type", "Status", "Service type", "Service", "Product", "Specification", "Quantity", "List price",
			"Amount", "Currency", "Effective (UTC)", "Expires (UTC)");

	private static final List<String> CHINESE = List.of("订单号", "订单行", "子订单号", "客户ID", "客户名称", "订单类型", "订单状态", "产品类型编码",
			"产品类型", "产品ID", "规格", "数量", "官网价", "优惠后金额", "币种", "生效时间（UTC）", "到期时间（UTC）");

	byte[] of(List<LineListStore.Row> rows, boolean first) {
		List<List<String>> lines = rows.stream().map(LineSheet::line).toList();
		return first ? Spreadsheet.firstPart(this.chinese ? CHINESE : ENGLISH, lines) : Spreadsheet.part(lines);
	}

	private static List<String> line(LineListStore.Row row) {
		OrderLine line = row.line();
		return List.of(text(row.orderNumber()), text(line.number()), text(line.subOrder()), row.customerId().toString(),
				(row.customerName() != null) ? text(Masks.name(row.customerName())) : "", row.type().name(),
				row.status().name(), text(line.serviceTypeCode()), text(line.serviceTypeName()), text(line.productId()),
				text(line.productSpec()), String.valueOf(line.quantity()), amount(line.official()),
				amount(line.amount()), line.amount().currency().getCurrencyCode(), time(line.effectiveAt()),
				time(line.expiresAt()));
	}

	private static String text(@Nullable String text) {
		return Spreadsheet.text(text);
	}

	private static String amount(Money amount) {
		return amount.decimal().toPlainString();
	}

	private static String time(@Nullable Instant time) {
		return (time != null) ? String.valueOf(Wire.time(time)) : "";
	}

}
