package io.partnerhub.billing.appropriation;

import java.util.List;
import java.util.Objects;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.spreadsheet.Spreadsheet;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.web.Wire;

/**
 * Records as lines of a file, in Chinese or English, names anonymised.
 */
record AdjustLines(boolean chinese) {

	private static final List<String> ENGLISH = List.of("Time (UTC)", "Operation", "Type", "Target", "Id", "Name",
			"Amount", "Currency", "Transaction id", "Operator", "Remark");

	private static final List<String> CHINESE = List.of("操作时间（UTC）", "操作类型", "拨款类型", "对象", "ID", "名称", "金额", "币种",
			"交易流水号", "操作人", "备注");

	byte[] of(List<AdjustRecord> records, boolean first) {
		List<List<String>> lines = records.stream().map(this::line).toList();
		return first ? Spreadsheet.firstPart(this.chinese ? CHINESE : ENGLISH, lines) : Spreadsheet.part(lines);
	}

	private List<String> line(AdjustRecord record) {
		return List.of(Objects.requireNonNull(Wire.time(record.at())), kind(record.kind()),
				(record.type() == AppropriationType.CASH) ? word("Cash", "现金") : word("Credit", "信用"),
				(record.target() == AdjustTarget.CUSTOMER) ? word("Customer", "客户") : word("Reseller", "云经销商"),
				record.targetId().toString(), Spreadsheet.text(Masks.name(record.targetName())),
				record.amount().decimal().toPlainString(), record.amount().currency().getCurrencyCode(),
				record.transactionId().toString(), Spreadsheet.text(record.operator()),
				Spreadsheet.text(record.remark()));
	}

	private String kind(EntryKind kind) {
		return switch (kind) {
			case BEADJUST -> word("Appropriation", "拨款");
			case BERETRIEVE -> word("Reclaim", "回收");
			default -> word("Return on disassociation", "解绑回收");
		};
	}

	private String word(String english, String other) {
		return this.chinese ? other : english;
	}

}
