package io.partnerhub.coupon.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.record.ShownRecord;
import io.partnerhub.platform.web.Wire;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Records as lines of a file that spreadsheet programs open: UTF-8 with a mark at its
 * beginning, in Chinese or English, anonymised.
 */
final class RecordLines {

	/** Tells spreadsheet programs that the file is UTF-8. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final List<String> ENGLISH = List.of("Time (UTC)", "Operation", "Quota id", "Coupon id",
			"Customer id", "Customer name", "Account", "Amount", "Currency", "Result", "Operator", "Remark");

	private static final List<String> CHINESE = List.of("操作时间（UTC）", "操作类型", "额度编号", "券编号", "客户ID", "客户名称", "客户账号",
			"金额", "币种", "操作结果", "操作人", "备注");

	private final boolean chinese;

	RecordLines(boolean chinese) {
		this.chinese = chinese;
	}

	void write(List<ShownRecord> records, boolean first, OutputStream target) throws IOException {
		Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
		if (first) {
			writer.write(BYTE_ORDER_MARK);
		}
		CSVPrinter lines = new CSVPrinter(writer, CSVFormat.RFC4180);
		if (first) {
			lines.printRecord(this.chinese ? CHINESE : ENGLISH);
		}
		for (ShownRecord record : records) {
			lines.printRecord(line(record));
		}
		lines.flush();
	}

	private List<String> line(ShownRecord shown) {
		OperationRecord entry = shown.entry();
		return List.of(Objects.requireNonNull(Wire.time(entry.at())), type(entry.type()), entry.quotaId().toString(),
				(entry.couponId() != null) ? entry.couponId().toString() : "", entry.customerId().toString(),
				ExportRules.name(shown.customerName()), ExportRules.name(shown.accountName()),
				entry.amount().decimal().toPlainString(), entry.amount().currency().getCurrencyCode(),
				result(entry.succeeded()), ExportRules.written(entry.operator()), ExportRules.written(entry.remark()));
	}

	private String result(boolean succeeded) {
		if (this.chinese) {
			return succeeded ? "成功" : "失败";
		}
		return succeeded ? "Succeeded" : "Failed";
	}

	private String type(OperationType type) {
		return switch (type) {
			case ISSUE -> word("Issue", "发放");
			case MANUAL_RECLAIM -> word("Reclaim by hand", "手动回收");
			case RECLAIM_ON_UNBIND -> word("Reclaim on disassociation", "解除关联自动回收");
			case RECLAIM_ON_EXPIRY -> word("Reclaim on expiry", "过期回收");
			case RECLAIM_ON_UNSUBSCRIPTION -> word("Reclaim on unsubscription", "退订回收");
			case RECLAIM_ON_REFUND_REVERSAL -> word("Reclaim on refund reversal", "退款冲正回收");
			case RECLAIM_ON_ASSOCIATION -> word("Reclaim on association", "关联自动回收");
			case RECLAIM_ON_SWITCH -> word("Reclaim on model switch", "切换关联类型自动回收");
			case RECLAIM_ON_TRANSFER -> word("Reclaim on reseller transfer", "云经销商转移回收");
		};
	}

	private String word(String english, String other) {
		return this.chinese ? other : english;
	}

}
