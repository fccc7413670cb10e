package io.partnerhub.billing.appropriation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.web.Wire;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Records as lines of a file that spreadsheet programs open: UTF-8 with a mark at its
 * beginning, in Chinese or English, names anonymised, and no text a formula.
 */
record AdjustLines(boolean chinese) {

	/** Tells spreadsheet programs that the file is UTF-8. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** With what a spreadsheet program takes a text for a formula. */
	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private static final List<String> ENGLISH = List.of("Time (UTC)", "Operation", "Type", "Target", "Id", "Name",
			"Amount", "Currency", "Transaction id", "Operator", "Remark");

	private static final List<String> CHINESE = List.of("操作时间（UTC）", "操作类型", "拨款类型", "对象", "ID", "名称", "金额", "币种",
			"交易流水号", "操作人", "备注");

	byte[] of(List<AdjustRecord> records, boolean first) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
			if (first) {
				writer.write(BYTE_ORDER_MARK);
			}
			CSVPrinter lines = new CSVPrinter(writer, CSVFormat.RFC4180);
			if (first) {
				lines.printRecord(this.chinese ? CHINESE : ENGLISH);
			}
			for (AdjustRecord record : records) {
				lines.printRecord(line(record));
			}
			lines.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private List<String> line(AdjustRecord record) {
		return List.of(Objects.requireNonNull(Wire.time(record.at())), kind(record.kind()),
				(record.type() == AppropriationType.CASH) ? word("Cash", "现金") : word("Credit", "信用"),
				(record.target() == AdjustTarget.CUSTOMER) ? word("Customer", "客户") : word("Reseller", "云经销商"),
				record.targetId().toString(), text(Masks.name(record.targetName())),
				record.amount().decimal().toPlainString(), record.amount().currency().getCurrencyCode(),
				record.transactionId().toString(), text(record.operator()), text(record.remark()));
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

	private static String text(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "";
		}
		return (FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
